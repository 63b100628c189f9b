<?xml version="1.0" encoding="UTF-8"?>
<StyledLayerDescriptor version="1.1.0" xmlns="http://www.opengis.net/sld" xmlns:se="http://www.opengis.net/se"
    xmlns:ogc="http://www.opengis.net/ogc" xmlns:xlink="http://www.w3.org/1999/xlink">
  <NamedLayer>
    <se:Name>layer</se:Name>
    <UserStyle>
      <se:Name>polygons</se:Name>
      <FeatureTypeStyle xmlns="http://www.opengis.net/se">
        <Rule>
          <PolygonSymbolizer>
            <Fill>
              <SvgParameter name="fill">#2a9d8f</SvgParameter>
              <SvgParameter name="fill-opacity">0.6</SvgParameter>
            </Fill>
            <Stroke>
              <SvgParameter name="stroke">#264653</SvgParameter>
              <SvgParameter name="stroke-width">6</SvgParameter>
              <SvgParameter name="stroke-linejoin">round</SvgParameter>
              <SvgParameter name="stroke-opacity">0.5</SvgParameter>
            </Stroke>
          </PolygonSymbolizer>
        </Rule>
      </FeatureTypeStyle>
    </UserStyle>
  </NamedLayer>
</StyledLayerDescriptor>
