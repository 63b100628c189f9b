<?xml version="1.0" encoding="UTF-8"?>
<StyledLayerDescriptor version="1.0.0" xmlns="http://www.opengis.net/sld" xmlns:ogc="http://www.opengis.net/ogc"
    xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance"
    xsi:schemaLocation="http://www.opengis.net/sld http://schemas.opengis.net/sld/1.0.0/StyledLayerDescriptor.xsd">
  <NamedLayer>
    <Name>micro_spaces</Name>
    <UserStyle>
      <Name>micro_spaces</Name>
      <Title>Micro-spaces | 小微空间</Title>
      <Abstract>Outlines with names at large scale. | 空间边界，大比例尺时注记名称。</Abstract>
      <FeatureTypeStyle>
        <Rule>
          <Name>neighbour</Name>
          <Title>neighbour, not sampled | 相邻空间（未取样）</Title>
          <ogc:Filter>
            <ogc:PropertyIsEqualTo><ogc:PropertyName>sampled</ogc:PropertyName><ogc:Literal>false</ogc:Literal></ogc:PropertyIsEqualTo>
          </ogc:Filter>
          <PolygonSymbolizer>
            <Fill>
              <CssParameter name="fill">#FFFFFF</CssParameter>
              <CssParameter name="fill-opacity">0.4</CssParameter>
            </Fill>
            <Stroke>
              <CssParameter name="stroke">#9A9A9A</CssParameter>
              <CssParameter name="stroke-width">0.9</CssParameter>
            </Stroke>
          </PolygonSymbolizer>
        </Rule>
        <Rule>
          <Name>neighbour_mark</Name>
          <ogc:Filter>
            <ogc:And>
              <ogc:PropertyIsLessThan>
                <ogc:PropertyName>area_m2</ogc:PropertyName>
                <ogc:Mul><ogc:Literal>0.00000235</ogc:Literal><ogc:Mul><ogc:Function name="env"><ogc:Literal>wms_scale_denominator</ogc:Literal></ogc:Function><ogc:Function name="env"><ogc:Literal>wms_scale_denominator</ogc:Literal></ogc:Function></ogc:Mul></ogc:Mul>
              </ogc:PropertyIsLessThan>
              <ogc:PropertyIsEqualTo><ogc:PropertyName>sampled</ogc:PropertyName><ogc:Literal>false</ogc:Literal></ogc:PropertyIsEqualTo>
            </ogc:And>
          </ogc:Filter>
          <PointSymbolizer>
            <Graphic>
              <Mark>
                <WellKnownName>circle</WellKnownName>
                <Fill>
                  <CssParameter name="fill">#FFFFFF</CssParameter>
                </Fill>
                <Stroke>
                  <CssParameter name="stroke">#9A9A9A</CssParameter>
                  <CssParameter name="stroke-width">0.8</CssParameter>
                </Stroke>
              </Mark>
              <Size>5</Size>
            </Graphic>
          </PointSymbolizer>
        </Rule>
      </FeatureTypeStyle>
      <FeatureTypeStyle>
        <Rule>
          <Name>space</Name>
          <Title>micro-space | 小微空间</Title>
          <ogc:Filter>
            <ogc:PropertyIsNotEqualTo><ogc:PropertyName>sampled</ogc:PropertyName><ogc:Literal>false</ogc:Literal></ogc:PropertyIsNotEqualTo>
          </ogc:Filter>
          <PolygonSymbolizer>
            <Fill>
              <CssParameter name="fill">#CDE8C5</CssParameter>
            </Fill>
            <Stroke>
              <CssParameter name="stroke">#2F6B2F</CssParameter>
              <CssParameter name="stroke-width">1.1</CssParameter>
            </Stroke>
          </PolygonSymbolizer>
        </Rule>
        <Rule>
          <Name>space_mark</Name>
          <ogc:Filter>
            <ogc:And>
              <ogc:PropertyIsLessThan>
                <ogc:PropertyName>area_m2</ogc:PropertyName>
                <ogc:Mul><ogc:Literal>0.00000602</ogc:Literal><ogc:Mul><ogc:Function name="env"><ogc:Literal>wms_scale_denominator</ogc:Literal></ogc:Function><ogc:Function name="env"><ogc:Literal>wms_scale_denominator</ogc:Literal></ogc:Function></ogc:Mul></ogc:Mul>
              </ogc:PropertyIsLessThan>
              <ogc:PropertyIsNotEqualTo><ogc:PropertyName>sampled</ogc:PropertyName><ogc:Literal>false</ogc:Literal></ogc:PropertyIsNotEqualTo>
            </ogc:And>
          </ogc:Filter>
          <PointSymbolizer>
            <Graphic>
              <Mark>
                <WellKnownName>circle</WellKnownName>
                <Fill>
                  <CssParameter name="fill">#8FCB8A</CssParameter>
                </Fill>
                <Stroke>
                  <CssParameter name="stroke">#2F6B2F</CssParameter>
                  <CssParameter name="stroke-width">0.9</CssParameter>
                </Stroke>
              </Mark>
              <Size>8</Size>
            </Graphic>
          </PointSymbolizer>
        </Rule>
      </FeatureTypeStyle>
      <FeatureTypeStyle>
        <Rule>
          <Name>label</Name>
          <ogc:Filter>
            <ogc:PropertyIsNotEqualTo><ogc:PropertyName>sampled</ogc:PropertyName><ogc:Literal>false</ogc:Literal></ogc:PropertyIsNotEqualTo>
          </ogc:Filter>
          <MaxScaleDenominator>5000</MaxScaleDenominator>
          <TextSymbolizer>
            <Label>
              <ogc:PropertyName>name</ogc:PropertyName>
            </Label>
            <Font>
              <CssParameter name="font-family">Noto Sans CJK SC</CssParameter>
              <CssParameter name="font-size">11</CssParameter>
              <CssParameter name="font-weight">normal</CssParameter>
            </Font>
            <LabelPlacement>
              <PointPlacement>
                <AnchorPoint>
                  <AnchorPointX>0.5</AnchorPointX>
                  <AnchorPointY>0.5</AnchorPointY>
                </AnchorPoint>
              </PointPlacement>
            </LabelPlacement>
            <Halo>
              <Radius>1.5</Radius>
              <Fill>
                <CssParameter name="fill">#FFFFFF</CssParameter>
                <CssParameter name="fill-opacity">0.85</CssParameter>
              </Fill>
            </Halo>
            <Fill>
              <CssParameter name="fill">#1B3A1B</CssParameter>
            </Fill>
          </TextSymbolizer>
        </Rule>
      </FeatureTypeStyle>
    </UserStyle>
  </NamedLayer>
</StyledLayerDescriptor>
