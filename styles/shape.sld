<?xml version="1.0" encoding="UTF-8"?>
<StyledLayerDescriptor version="1.0.0" xmlns="http://www.opengis.net/sld" xmlns:ogc="http://www.opengis.net/ogc"
    xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance"
    xsi:schemaLocation="http://www.opengis.net/sld http://schemas.opengis.net/sld/1.0.0/StyledLayerDescriptor.xsd">
  <NamedLayer>
    <Name>shape</Name>
    <UserStyle>
      <Name>shape</Name>
      <Title>Shape index | 形状指数</Title>
      <Abstract>Sequential, darker is more (ColorBrewer Purples). | 单向色带，颜色越深数值越大（ColorBrewer Purples）。</Abstract>
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
          <Name>class1</Name>
          <Title>&lt; 1.05</Title>
          <ogc:Filter>
            <ogc:And>
              <ogc:PropertyIsNotEqualTo><ogc:PropertyName>sampled</ogc:PropertyName><ogc:Literal>false</ogc:Literal></ogc:PropertyIsNotEqualTo>
              <ogc:PropertyIsLessThan><ogc:PropertyName>{column}</ogc:PropertyName><ogc:Literal>1.05</ogc:Literal></ogc:PropertyIsLessThan>
            </ogc:And>
          </ogc:Filter>
          <PolygonSymbolizer>
            <Fill>
              <CssParameter name="fill">#F2F0F7</CssParameter>
            </Fill>
            <Stroke>
              <CssParameter name="stroke">#4D4D4D</CssParameter>
              <CssParameter name="stroke-width">0.8</CssParameter>
            </Stroke>
          </PolygonSymbolizer>
        </Rule>
        <Rule>
          <Name>class1_mark</Name>
          <ogc:Filter>
            <ogc:And>
              <ogc:PropertyIsLessThan>
                <ogc:PropertyName>area_m2</ogc:PropertyName>
                <ogc:Mul><ogc:Literal>0.00000602</ogc:Literal><ogc:Mul><ogc:Function name="env"><ogc:Literal>wms_scale_denominator</ogc:Literal></ogc:Function><ogc:Function name="env"><ogc:Literal>wms_scale_denominator</ogc:Literal></ogc:Function></ogc:Mul></ogc:Mul>
              </ogc:PropertyIsLessThan>
              <ogc:PropertyIsNotEqualTo><ogc:PropertyName>sampled</ogc:PropertyName><ogc:Literal>false</ogc:Literal></ogc:PropertyIsNotEqualTo>
              <ogc:PropertyIsLessThan><ogc:PropertyName>{column}</ogc:PropertyName><ogc:Literal>1.05</ogc:Literal></ogc:PropertyIsLessThan>
            </ogc:And>
          </ogc:Filter>
          <PointSymbolizer>
            <Graphic>
              <Mark>
                <WellKnownName>circle</WellKnownName>
                <Fill>
                  <CssParameter name="fill">#F2F0F7</CssParameter>
                </Fill>
                <Stroke>
                  <CssParameter name="stroke">#404040</CssParameter>
                  <CssParameter name="stroke-width">0.7</CssParameter>
                </Stroke>
              </Mark>
              <Size>8</Size>
            </Graphic>
          </PointSymbolizer>
        </Rule>
        <Rule>
          <Name>class2</Name>
          <Title>1.05 – 1.2</Title>
          <ogc:Filter>
            <ogc:And>
              <ogc:PropertyIsNotEqualTo><ogc:PropertyName>sampled</ogc:PropertyName><ogc:Literal>false</ogc:Literal></ogc:PropertyIsNotEqualTo>
              <ogc:PropertyIsGreaterThanOrEqualTo><ogc:PropertyName>{column}</ogc:PropertyName><ogc:Literal>1.05</ogc:Literal></ogc:PropertyIsGreaterThanOrEqualTo>
              <ogc:PropertyIsLessThan><ogc:PropertyName>{column}</ogc:PropertyName><ogc:Literal>1.2</ogc:Literal></ogc:PropertyIsLessThan>
            </ogc:And>
          </ogc:Filter>
          <PolygonSymbolizer>
            <Fill>
              <CssParameter name="fill">#CBC9E2</CssParameter>
            </Fill>
            <Stroke>
              <CssParameter name="stroke">#4D4D4D</CssParameter>
              <CssParameter name="stroke-width">0.8</CssParameter>
            </Stroke>
          </PolygonSymbolizer>
        </Rule>
        <Rule>
          <Name>class2_mark</Name>
          <ogc:Filter>
            <ogc:And>
              <ogc:PropertyIsLessThan>
                <ogc:PropertyName>area_m2</ogc:PropertyName>
                <ogc:Mul><ogc:Literal>0.00000602</ogc:Literal><ogc:Mul><ogc:Function name="env"><ogc:Literal>wms_scale_denominator</ogc:Literal></ogc:Function><ogc:Function name="env"><ogc:Literal>wms_scale_denominator</ogc:Literal></ogc:Function></ogc:Mul></ogc:Mul>
              </ogc:PropertyIsLessThan>
              <ogc:PropertyIsNotEqualTo><ogc:PropertyName>sampled</ogc:PropertyName><ogc:Literal>false</ogc:Literal></ogc:PropertyIsNotEqualTo>
              <ogc:PropertyIsGreaterThanOrEqualTo><ogc:PropertyName>{column}</ogc:PropertyName><ogc:Literal>1.05</ogc:Literal></ogc:PropertyIsGreaterThanOrEqualTo>
              <ogc:PropertyIsLessThan><ogc:PropertyName>{column}</ogc:PropertyName><ogc:Literal>1.2</ogc:Literal></ogc:PropertyIsLessThan>
            </ogc:And>
          </ogc:Filter>
          <PointSymbolizer>
            <Graphic>
              <Mark>
                <WellKnownName>circle</WellKnownName>
                <Fill>
                  <CssParameter name="fill">#CBC9E2</CssParameter>
                </Fill>
                <Stroke>
                  <CssParameter name="stroke">#404040</CssParameter>
                  <CssParameter name="stroke-width">0.7</CssParameter>
                </Stroke>
              </Mark>
              <Size>8</Size>
            </Graphic>
          </PointSymbolizer>
        </Rule>
        <Rule>
          <Name>class3</Name>
          <Title>1.2 – 1.5</Title>
          <ogc:Filter>
            <ogc:And>
              <ogc:PropertyIsNotEqualTo><ogc:PropertyName>sampled</ogc:PropertyName><ogc:Literal>false</ogc:Literal></ogc:PropertyIsNotEqualTo>
              <ogc:PropertyIsGreaterThanOrEqualTo><ogc:PropertyName>{column}</ogc:PropertyName><ogc:Literal>1.2</ogc:Literal></ogc:PropertyIsGreaterThanOrEqualTo>
              <ogc:PropertyIsLessThan><ogc:PropertyName>{column}</ogc:PropertyName><ogc:Literal>1.5</ogc:Literal></ogc:PropertyIsLessThan>
            </ogc:And>
          </ogc:Filter>
          <PolygonSymbolizer>
            <Fill>
              <CssParameter name="fill">#9E9AC8</CssParameter>
            </Fill>
            <Stroke>
              <CssParameter name="stroke">#4D4D4D</CssParameter>
              <CssParameter name="stroke-width">0.8</CssParameter>
            </Stroke>
          </PolygonSymbolizer>
        </Rule>
        <Rule>
          <Name>class3_mark</Name>
          <ogc:Filter>
            <ogc:And>
              <ogc:PropertyIsLessThan>
                <ogc:PropertyName>area_m2</ogc:PropertyName>
                <ogc:Mul><ogc:Literal>0.00000602</ogc:Literal><ogc:Mul><ogc:Function name="env"><ogc:Literal>wms_scale_denominator</ogc:Literal></ogc:Function><ogc:Function name="env"><ogc:Literal>wms_scale_denominator</ogc:Literal></ogc:Function></ogc:Mul></ogc:Mul>
              </ogc:PropertyIsLessThan>
              <ogc:PropertyIsNotEqualTo><ogc:PropertyName>sampled</ogc:PropertyName><ogc:Literal>false</ogc:Literal></ogc:PropertyIsNotEqualTo>
              <ogc:PropertyIsGreaterThanOrEqualTo><ogc:PropertyName>{column}</ogc:PropertyName><ogc:Literal>1.2</ogc:Literal></ogc:PropertyIsGreaterThanOrEqualTo>
              <ogc:PropertyIsLessThan><ogc:PropertyName>{column}</ogc:PropertyName><ogc:Literal>1.5</ogc:Literal></ogc:PropertyIsLessThan>
            </ogc:And>
          </ogc:Filter>
          <PointSymbolizer>
            <Graphic>
              <Mark>
                <WellKnownName>circle</WellKnownName>
                <Fill>
                  <CssParameter name="fill">#9E9AC8</CssParameter>
                </Fill>
                <Stroke>
                  <CssParameter name="stroke">#404040</CssParameter>
                  <CssParameter name="stroke-width">0.7</CssParameter>
                </Stroke>
              </Mark>
              <Size>8</Size>
            </Graphic>
          </PointSymbolizer>
        </Rule>
        <Rule>
          <Name>class4</Name>
          <Title>1.5 – 2</Title>
          <ogc:Filter>
            <ogc:And>
              <ogc:PropertyIsNotEqualTo><ogc:PropertyName>sampled</ogc:PropertyName><ogc:Literal>false</ogc:Literal></ogc:PropertyIsNotEqualTo>
              <ogc:PropertyIsGreaterThanOrEqualTo><ogc:PropertyName>{column}</ogc:PropertyName><ogc:Literal>1.5</ogc:Literal></ogc:PropertyIsGreaterThanOrEqualTo>
              <ogc:PropertyIsLessThan><ogc:PropertyName>{column}</ogc:PropertyName><ogc:Literal>2</ogc:Literal></ogc:PropertyIsLessThan>
            </ogc:And>
          </ogc:Filter>
          <PolygonSymbolizer>
            <Fill>
              <CssParameter name="fill">#756BB1</CssParameter>
            </Fill>
            <Stroke>
              <CssParameter name="stroke">#4D4D4D</CssParameter>
              <CssParameter name="stroke-width">0.8</CssParameter>
            </Stroke>
          </PolygonSymbolizer>
        </Rule>
        <Rule>
          <Name>class4_mark</Name>
          <ogc:Filter>
            <ogc:And>
              <ogc:PropertyIsLessThan>
                <ogc:PropertyName>area_m2</ogc:PropertyName>
                <ogc:Mul><ogc:Literal>0.00000602</ogc:Literal><ogc:Mul><ogc:Function name="env"><ogc:Literal>wms_scale_denominator</ogc:Literal></ogc:Function><ogc:Function name="env"><ogc:Literal>wms_scale_denominator</ogc:Literal></ogc:Function></ogc:Mul></ogc:Mul>
              </ogc:PropertyIsLessThan>
              <ogc:PropertyIsNotEqualTo><ogc:PropertyName>sampled</ogc:PropertyName><ogc:Literal>false</ogc:Literal></ogc:PropertyIsNotEqualTo>
              <ogc:PropertyIsGreaterThanOrEqualTo><ogc:PropertyName>{column}</ogc:PropertyName><ogc:Literal>1.5</ogc:Literal></ogc:PropertyIsGreaterThanOrEqualTo>
              <ogc:PropertyIsLessThan><ogc:PropertyName>{column}</ogc:PropertyName><ogc:Literal>2</ogc:Literal></ogc:PropertyIsLessThan>
            </ogc:And>
          </ogc:Filter>
          <PointSymbolizer>
            <Graphic>
              <Mark>
                <WellKnownName>circle</WellKnownName>
                <Fill>
                  <CssParameter name="fill">#756BB1</CssParameter>
                </Fill>
                <Stroke>
                  <CssParameter name="stroke">#404040</CssParameter>
                  <CssParameter name="stroke-width">0.7</CssParameter>
                </Stroke>
              </Mark>
              <Size>8</Size>
            </Graphic>
          </PointSymbolizer>
        </Rule>
        <Rule>
          <Name>class5</Name>
          <Title>≥ 2</Title>
          <ogc:Filter>
            <ogc:And>
              <ogc:PropertyIsNotEqualTo><ogc:PropertyName>sampled</ogc:PropertyName><ogc:Literal>false</ogc:Literal></ogc:PropertyIsNotEqualTo>
              <ogc:PropertyIsGreaterThanOrEqualTo><ogc:PropertyName>{column}</ogc:PropertyName><ogc:Literal>2</ogc:Literal></ogc:PropertyIsGreaterThanOrEqualTo>
            </ogc:And>
          </ogc:Filter>
          <PolygonSymbolizer>
            <Fill>
              <CssParameter name="fill">#54278F</CssParameter>
            </Fill>
            <Stroke>
              <CssParameter name="stroke">#4D4D4D</CssParameter>
              <CssParameter name="stroke-width">0.8</CssParameter>
            </Stroke>
          </PolygonSymbolizer>
        </Rule>
        <Rule>
          <Name>class5_mark</Name>
          <ogc:Filter>
            <ogc:And>
              <ogc:PropertyIsLessThan>
                <ogc:PropertyName>area_m2</ogc:PropertyName>
                <ogc:Mul><ogc:Literal>0.00000602</ogc:Literal><ogc:Mul><ogc:Function name="env"><ogc:Literal>wms_scale_denominator</ogc:Literal></ogc:Function><ogc:Function name="env"><ogc:Literal>wms_scale_denominator</ogc:Literal></ogc:Function></ogc:Mul></ogc:Mul>
              </ogc:PropertyIsLessThan>
              <ogc:PropertyIsNotEqualTo><ogc:PropertyName>sampled</ogc:PropertyName><ogc:Literal>false</ogc:Literal></ogc:PropertyIsNotEqualTo>
              <ogc:PropertyIsGreaterThanOrEqualTo><ogc:PropertyName>{column}</ogc:PropertyName><ogc:Literal>2</ogc:Literal></ogc:PropertyIsGreaterThanOrEqualTo>
            </ogc:And>
          </ogc:Filter>
          <PointSymbolizer>
            <Graphic>
              <Mark>
                <WellKnownName>circle</WellKnownName>
                <Fill>
                  <CssParameter name="fill">#54278F</CssParameter>
                </Fill>
                <Stroke>
                  <CssParameter name="stroke">#404040</CssParameter>
                  <CssParameter name="stroke-width">0.7</CssParameter>
                </Stroke>
              </Mark>
              <Size>8</Size>
            </Graphic>
          </PointSymbolizer>
        </Rule>
        <Rule>
          <Name>no_value</Name>
          <Title>no value | 无数据</Title>
          <ogc:Filter>
            <ogc:And>
              <ogc:PropertyIsNotEqualTo><ogc:PropertyName>sampled</ogc:PropertyName><ogc:Literal>false</ogc:Literal></ogc:PropertyIsNotEqualTo>
              <ogc:PropertyIsNull><ogc:PropertyName>{column}</ogc:PropertyName></ogc:PropertyIsNull>
            </ogc:And>
          </ogc:Filter>
          <PolygonSymbolizer>
            <Fill>
              <CssParameter name="fill">#F4F4F4</CssParameter>
            </Fill>
          </PolygonSymbolizer>
          <PolygonSymbolizer>
            <Fill>
              <GraphicFill>
                <Graphic>
                  <Mark>
                    <WellKnownName>shape://slash</WellKnownName>
                    <Stroke>
                      <CssParameter name="stroke">#A8A8A8</CssParameter>
                      <CssParameter name="stroke-width">1</CssParameter>
                    </Stroke>
                  </Mark>
                  <Size>8</Size>
                </Graphic>
              </GraphicFill>
            </Fill>
            <Stroke>
              <CssParameter name="stroke">#808080</CssParameter>
              <CssParameter name="stroke-width">0.8</CssParameter>
            </Stroke>
          </PolygonSymbolizer>
        </Rule>
        <Rule>
          <Name>no_value_mark</Name>
          <ogc:Filter>
            <ogc:And>
              <ogc:PropertyIsLessThan>
                <ogc:PropertyName>area_m2</ogc:PropertyName>
                <ogc:Mul><ogc:Literal>0.00000602</ogc:Literal><ogc:Mul><ogc:Function name="env"><ogc:Literal>wms_scale_denominator</ogc:Literal></ogc:Function><ogc:Function name="env"><ogc:Literal>wms_scale_denominator</ogc:Literal></ogc:Function></ogc:Mul></ogc:Mul>
              </ogc:PropertyIsLessThan>
              <ogc:PropertyIsNotEqualTo><ogc:PropertyName>sampled</ogc:PropertyName><ogc:Literal>false</ogc:Literal></ogc:PropertyIsNotEqualTo>
              <ogc:PropertyIsNull><ogc:PropertyName>{column}</ogc:PropertyName></ogc:PropertyIsNull>
            </ogc:And>
          </ogc:Filter>
          <PointSymbolizer>
            <Graphic>
              <Mark>
                <WellKnownName>circle</WellKnownName>
                <Fill>
                  <CssParameter name="fill">#E4E4E4</CssParameter>
                </Fill>
                <Stroke>
                  <CssParameter name="stroke">#808080</CssParameter>
                  <CssParameter name="stroke-width">0.7</CssParameter>
                </Stroke>
              </Mark>
              <Size>8</Size>
            </Graphic>
          </PointSymbolizer>
        </Rule>
      </FeatureTypeStyle>
    </UserStyle>
  </NamedLayer>
</StyledLayerDescriptor>
