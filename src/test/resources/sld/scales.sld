<?xml version="1.0" encoding="UTF-8"?>
<StyledLayerDescriptor version="1.1.0" xmlns="http://www.opengis.net/sld" xmlns:se="http://www.opengis.net/se"
    xmlns:ogc="http://www.opengis.net/ogc" xmlns:xlink="http://www.w3.org/1999/xlink">
  <NamedLayer>
    <se:Name>layer</se:Name>
    <UserStyle>
      <se:Name>scales</se:Name>
      <FeatureTypeStyle xmlns="http://www.opengis.net/se">
        <Rule><Name>near</Name><MaxScaleDenominator>100000</MaxScaleDenominator><PolygonSymbolizer><Fill><SvgParameter name="fill">#e76f51</SvgParameter></Fill></PolygonSymbolizer></Rule>
        <Rule><Name>far</Name><MinScaleDenominator>100000</MinScaleDenominator><PolygonSymbolizer><Fill><SvgParameter name="fill">#2a9d8f</SvgParameter></Fill></PolygonSymbolizer></Rule>
      </FeatureTypeStyle>
    </UserStyle>
  </NamedLayer>
</StyledLayerDescriptor>
