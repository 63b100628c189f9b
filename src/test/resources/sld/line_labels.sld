<?xml version="1.0" encoding="UTF-8"?>
<StyledLayerDescriptor version="1.1.0" xmlns="http://www.opengis.net/sld" xmlns:se="http://www.opengis.net/se"
    xmlns:ogc="http://www.opengis.net/ogc" xmlns:xlink="http://www.w3.org/1999/xlink">
  <NamedLayer>
    <se:Name>layer</se:Name>
    <UserStyle>
      <se:Name>line_labels</se:Name>
      <FeatureTypeStyle xmlns="http://www.opengis.net/se">
        <Rule><LineSymbolizer><Stroke><SvgParameter name="stroke">#e9c46a</SvgParameter><SvgParameter name="stroke-width">2</SvgParameter></Stroke></LineSymbolizer><TextSymbolizer><Label><ogc:PropertyName>name</ogc:PropertyName></Label><Font><SvgParameter name="font-family">Noto Sans SC</SvgParameter><SvgParameter name="font-size">18</SvgParameter></Font><LabelPlacement><LinePlacement><PerpendicularOffset>0</PerpendicularOffset></LinePlacement></LabelPlacement><Fill><SvgParameter name="fill">#264653</SvgParameter></Fill></TextSymbolizer></Rule>
      </FeatureTypeStyle>
    </UserStyle>
  </NamedLayer>
</StyledLayerDescriptor>
