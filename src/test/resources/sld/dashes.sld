<?xml version="1.0" encoding="UTF-8"?>
<StyledLayerDescriptor version="1.1.0" xmlns="http://www.opengis.net/sld" xmlns:se="http://www.opengis.net/se"
    xmlns:ogc="http://www.opengis.net/ogc" xmlns:xlink="http://www.w3.org/1999/xlink">
  <NamedLayer>
    <se:Name>layer</se:Name>
    <UserStyle>
      <se:Name>dashes</se:Name>
      <FeatureTypeStyle xmlns="http://www.opengis.net/se">
        <Rule><LineSymbolizer><Stroke><SvgParameter name="stroke">#264653</SvgParameter><SvgParameter name="stroke-width">5</SvgParameter><SvgParameter name="stroke-dasharray">20 10 4 10</SvgParameter><SvgParameter name="stroke-linecap">butt</SvgParameter></Stroke></LineSymbolizer></Rule>
      </FeatureTypeStyle>
    </UserStyle>
  </NamedLayer>
</StyledLayerDescriptor>
