<?xml version="1.0" encoding="UTF-8"?>
<StyledLayerDescriptor version="1.0.0" xmlns="http://www.opengis.net/sld" xmlns:ogc="http://www.opengis.net/ogc"
    xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance"
    xsi:schemaLocation="http://www.opengis.net/sld http://schemas.opengis.net/sld/1.0.0/StyledLayerDescriptor.xsd">
  <NamedLayer>
    <Name>polygons</Name>
    <UserStyle>
      <Name>polygons</Name>
      <Title>Areas | 面</Title>
      <Abstract>Areas of a context layer. | 背景图层的面。</Abstract>
      <FeatureTypeStyle>
        <Rule>
          <Name>area</Name>
          <Title>area | 面</Title>
          <PolygonSymbolizer>
            <Fill>
              <CssParameter name="fill">#B8C4D6</CssParameter>
            </Fill>
            <Stroke>
              <CssParameter name="stroke">#5B6B82</CssParameter>
              <CssParameter name="stroke-width">0.8</CssParameter>
            </Stroke>
          </PolygonSymbolizer>
        </Rule>
      </FeatureTypeStyle>
    </UserStyle>
  </NamedLayer>
</StyledLayerDescriptor>
