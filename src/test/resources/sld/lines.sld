<?xml version="1.0" encoding="UTF-8"?>
<StyledLayerDescriptor version="1.1.0" xmlns="http://www.opengis.net/sld" xmlns:se="http://www.opengis.net/se"
    xmlns:ogc="http://www.opengis.net/ogc" xmlns:xlink="http://www.w3.org/1999/xlink">
  <NamedLayer>
    <se:Name>layer</se:Name>
    <UserStyle>
      <se:Name>lines</se:Name>
      <FeatureTypeStyle xmlns="http://www.opengis.net/se">
        <Rule><LineSymbolizer><Stroke><SvgParameter name="stroke">#264653</SvgParameter><SvgParameter name="stroke-width">12</SvgParameter><SvgParameter name="stroke-linejoin">round</SvgParameter><SvgParameter name="stroke-linecap">round</SvgParameter></Stroke></LineSymbolizer>
        <LineSymbolizer><Stroke><SvgParameter name="stroke">#e9c46a</SvgParameter><SvgParameter name="stroke-width">6</SvgParameter><SvgParameter name="stroke-linejoin">miter</SvgParameter><SvgParameter name="stroke-linecap">square</SvgParameter></Stroke></LineSymbolizer>
        <LineSymbolizer><Stroke><SvgParameter name="stroke">#e76f51</SvgParameter><SvgParameter name="stroke-width">3</SvgParameter><SvgParameter name="stroke-linejoin">bevel</SvgParameter></Stroke><PerpendicularOffset>-14</PerpendicularOffset></LineSymbolizer></Rule>
      </FeatureTypeStyle>
    </UserStyle>
  </NamedLayer>
</StyledLayerDescriptor>
