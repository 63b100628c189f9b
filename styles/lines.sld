<?xml version="1.0" encoding="UTF-8"?>
<StyledLayerDescriptor version="1.0.0" xmlns="http://www.opengis.net/sld" xmlns:ogc="http://www.opengis.net/ogc"
    xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance"
    xsi:schemaLocation="http://www.opengis.net/sld http://schemas.opengis.net/sld/1.0.0/StyledLayerDescriptor.xsd">
  <NamedLayer>
    <Name>lines</Name>
    <UserStyle>
      <Name>lines</Name>
      <Title>Lines | 线</Title>
      <Abstract>Lines of a context layer. | 背景图层的线。</Abstract>
      <FeatureTypeStyle>
        <Rule>
          <Name>line</Name>
          <Title>line | 线</Title>
          <LineSymbolizer>
            <Stroke>
              <CssParameter name="stroke">#3D5A80</CssParameter>
              <CssParameter name="stroke-width">1.4</CssParameter>
              <CssParameter name="stroke-linejoin">round</CssParameter>
            </Stroke>
          </LineSymbolizer>
        </Rule>
      </FeatureTypeStyle>
    </UserStyle>
  </NamedLayer>
</StyledLayerDescriptor>
