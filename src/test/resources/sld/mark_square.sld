<?xml version="1.0" encoding="UTF-8"?>
<StyledLayerDescriptor version="1.1.0" xmlns="http://www.opengis.net/sld" xmlns:se="http://www.opengis.net/se"
    xmlns:ogc="http://www.opengis.net/ogc" xmlns:xlink="http://www.w3.org/1999/xlink">
  <NamedLayer>
    <se:Name>layer</se:Name>
    <UserStyle>
      <se:Name>mark_square</se:Name>
      <FeatureTypeStyle xmlns="http://www.opengis.net/se">
        <Rule><PointSymbolizer><Graphic><Mark><WellKnownName>square</WellKnownName><Fill><SvgParameter name="fill">#e76f51</SvgParameter></Fill><Stroke><SvgParameter name="stroke">#264653</SvgParameter><SvgParameter name="stroke-width">2</SvgParameter></Stroke></Mark><Size>40</Size><Rotation>20</Rotation></Graphic></PointSymbolizer></Rule>
      </FeatureTypeStyle>
    </UserStyle>
  </NamedLayer>
</StyledLayerDescriptor>
