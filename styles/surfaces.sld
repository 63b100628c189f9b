<?xml version="1.0" encoding="UTF-8"?>
<StyledLayerDescriptor version="1.0.0" xmlns="http://www.opengis.net/sld" xmlns:ogc="http://www.opengis.net/ogc"
    xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance"
    xsi:schemaLocation="http://www.opengis.net/sld http://schemas.opengis.net/sld/1.0.0/StyledLayerDescriptor.xsd">
  <NamedLayer>
    <Name>surfaces</Name>
    <UserStyle>
      <Name>surfaces</Name>
      <Title>Surfaces | 地表覆盖</Title>
      <Abstract>Green, hard and water. | 绿地、硬质铺装与水面。</Abstract>
      <FeatureTypeStyle>
        <Rule>
          <Name>green</Name>
          <Title>green | 绿地</Title>
          <ogc:Filter>
            <ogc:PropertyIsEqualTo><ogc:PropertyName>cover</ogc:PropertyName><ogc:Literal>green</ogc:Literal></ogc:PropertyIsEqualTo>
          </ogc:Filter>
          <PolygonSymbolizer>
            <Fill>
              <CssParameter name="fill">#B7DDA0</CssParameter>
            </Fill>
            <Stroke>
              <CssParameter name="stroke">#7FB069</CssParameter>
              <CssParameter name="stroke-width">0.6</CssParameter>
            </Stroke>
          </PolygonSymbolizer>
        </Rule>
        <Rule>
          <Name>hard</Name>
          <Title>hard | 硬质铺装</Title>
          <ogc:Filter>
            <ogc:PropertyIsEqualTo><ogc:PropertyName>cover</ogc:PropertyName><ogc:Literal>hard</ogc:Literal></ogc:PropertyIsEqualTo>
          </ogc:Filter>
          <PolygonSymbolizer>
            <Fill>
              <CssParameter name="fill">#D9D2C8</CssParameter>
            </Fill>
            <Stroke>
              <CssParameter name="stroke">#A89F91</CssParameter>
              <CssParameter name="stroke-width">0.6</CssParameter>
            </Stroke>
          </PolygonSymbolizer>
        </Rule>
        <Rule>
          <Name>water</Name>
          <Title>water | 水面</Title>
          <ogc:Filter>
            <ogc:PropertyIsEqualTo><ogc:PropertyName>cover</ogc:PropertyName><ogc:Literal>water</ogc:Literal></ogc:PropertyIsEqualTo>
          </ogc:Filter>
          <PolygonSymbolizer>
            <Fill>
              <CssParameter name="fill">#A6CEE3</CssParameter>
            </Fill>
            <Stroke>
              <CssParameter name="stroke">#5E9CC6</CssParameter>
              <CssParameter name="stroke-width">0.6</CssParameter>
            </Stroke>
          </PolygonSymbolizer>
        </Rule>
        <Rule>
          <Name>other</Name>
          <Title>other | 其他</Title>
          <ElseFilter/>
          <PolygonSymbolizer>
            <Fill>
              <CssParameter name="fill">#EFEBE1</CssParameter>
            </Fill>
            <Stroke>
              <CssParameter name="stroke">#C4BDAE</CssParameter>
              <CssParameter name="stroke-width">0.6</CssParameter>
            </Stroke>
          </PolygonSymbolizer>
        </Rule>
      </FeatureTypeStyle>
    </UserStyle>
  </NamedLayer>
</StyledLayerDescriptor>
