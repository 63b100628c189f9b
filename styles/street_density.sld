<?xml version="1.0" encoding="UTF-8"?>
<StyledLayerDescriptor version="1.0.0" xmlns="http://www.opengis.net/sld" xmlns:ogc="http://www.opengis.net/ogc"
    xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance"
    xsi:schemaLocation="http://www.opengis.net/sld http://schemas.opengis.net/sld/1.0.0/StyledLayerDescriptor.xsd">
  <NamedLayer>
    <Name>street_density</Name>
    <UserStyle>
      <Name>street_density</Name>
      <Title>Street density, m/km² | 街道密度，m/km²</Title>
      <Abstract>Sequential, darker is more (ColorBrewer Reds). | 单向色带，颜色越深数值越大（ColorBrewer Reds）。</Abstract>
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
          <Title>&lt; 10,000</Title>
          <ogc:Filter>
            <ogc:And>
              <ogc:PropertyIsNotEqualTo><ogc:PropertyName>sampled</ogc:PropertyName><ogc:Literal>false</ogc:Literal></ogc:PropertyIsNotEqualTo>
              <ogc:PropertyIsLessThan><ogc:PropertyName>{column}</ogc:PropertyName><ogc:Literal>10000</ogc:Literal></ogc:PropertyIsLessThan>
            </ogc:And>
          </ogc:Filter>
          <PolygonSymbolizer>
            <Fill>
              <CssParameter name="fill">#FEE5D9</CssParameter>
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
              <ogc:PropertyIsLessThan><ogc:PropertyName>{column}</ogc:PropertyName><ogc:Literal>10000</ogc:Literal></ogc:PropertyIsLessThan>
            </ogc:And>
          </ogc:Filter>
          <PointSymbolizer>
            <Graphic>
              <Mark>
                <WellKnownName>circle</WellKnownName>
                <Fill>
                  <CssParameter name="fill">#FEE5D9</CssParameter>
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
          <Title>10,000 – 20,000</Title>
          <ogc:Filter>
            <ogc:And>
              <ogc:PropertyIsNotEqualTo><ogc:PropertyName>sampled</ogc:PropertyName><ogc:Literal>false</ogc:Literal></ogc:PropertyIsNotEqualTo>
              <ogc:PropertyIsGreaterThanOrEqualTo><ogc:PropertyName>{column}</ogc:PropertyName><ogc:Literal>10000</ogc:Literal></ogc:PropertyIsGreaterThanOrEqualTo>
              <ogc:PropertyIsLessThan><ogc:PropertyName>{column}</ogc:PropertyName><ogc:Literal>20000</ogc:Literal></ogc:PropertyIsLessThan>
            </ogc:And>
          </ogc:Filter>
          <PolygonSymbolizer>
            <Fill>
              <CssParameter name="fill">#FCAE91</CssParameter>
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
              <ogc:PropertyIsGreaterThanOrEqualTo><ogc:PropertyName>{column}</ogc:PropertyName><ogc:Literal>10000</ogc:Literal></ogc:PropertyIsGreaterThanOrEqualTo>
              <ogc:PropertyIsLessThan><ogc:PropertyName>{column}</ogc:PropertyName><ogc:Literal>20000</ogc:Literal></ogc:PropertyIsLessThan>
            </ogc:And>
          </ogc:Filter>
          <PointSymbolizer>
            <Graphic>
              <Mark>
                <WellKnownName>circle</WellKnownName>
                <Fill>
                  <CssParameter name="fill">#FCAE91</CssParameter>
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
          <Title>20,000 – 30,000</Title>
          <ogc:Filter>
            <ogc:And>
              <ogc:PropertyIsNotEqualTo><ogc:PropertyName>sampled</ogc:PropertyName><ogc:Literal>false</ogc:Literal></ogc:PropertyIsNotEqualTo>
              <ogc:PropertyIsGreaterThanOrEqualTo><ogc:PropertyName>{column}</ogc:PropertyName><ogc:Literal>20000</ogc:Literal></ogc:PropertyIsGreaterThanOrEqualTo>
              <ogc:PropertyIsLessThan><ogc:PropertyName>{column}</ogc:PropertyName><ogc:Literal>30000</ogc:Literal></ogc:PropertyIsLessThan>
            </ogc:And>
          </ogc:Filter>
          <PolygonSymbolizer>
            <Fill>
              <CssParameter name="fill">#FB6A4A</CssParameter>
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
              <ogc:PropertyIsGreaterThanOrEqualTo><ogc:PropertyName>{column}</ogc:PropertyName><ogc:Literal>20000</ogc:Literal></ogc:PropertyIsGreaterThanOrEqualTo>
              <ogc:PropertyIsLessThan><ogc:PropertyName>{column}</ogc:PropertyName><ogc:Literal>30000</ogc:Literal></ogc:PropertyIsLessThan>
            </ogc:And>
          </ogc:Filter>
          <PointSymbolizer>
            <Graphic>
              <Mark>
                <WellKnownName>circle</WellKnownName>
                <Fill>
                  <CssParameter name="fill">#FB6A4A</CssParameter>
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
          <Title>30,000 – 40,000</Title>
          <ogc:Filter>
            <ogc:And>
              <ogc:PropertyIsNotEqualTo><ogc:PropertyName>sampled</ogc:PropertyName><ogc:Literal>false</ogc:Literal></ogc:PropertyIsNotEqualTo>
              <ogc:PropertyIsGreaterThanOrEqualTo><ogc:PropertyName>{column}</ogc:PropertyName><ogc:Literal>30000</ogc:Literal></ogc:PropertyIsGreaterThanOrEqualTo>
              <ogc:PropertyIsLessThan><ogc:PropertyName>{column}</ogc:PropertyName><ogc:Literal>40000</ogc:Literal></ogc:PropertyIsLessThan>
            </ogc:And>
          </ogc:Filter>
          <PolygonSymbolizer>
            <Fill>
              <CssParameter name="fill">#DE2D26</CssParameter>
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
              <ogc:PropertyIsGreaterThanOrEqualTo><ogc:PropertyName>{column}</ogc:PropertyName><ogc:Literal>30000</ogc:Literal></ogc:PropertyIsGreaterThanOrEqualTo>
              <ogc:PropertyIsLessThan><ogc:PropertyName>{column}</ogc:PropertyName><ogc:Literal>40000</ogc:Literal></ogc:PropertyIsLessThan>
            </ogc:And>
          </ogc:Filter>
          <PointSymbolizer>
            <Graphic>
              <Mark>
                <WellKnownName>circle</WellKnownName>
                <Fill>
                  <CssParameter name="fill">#DE2D26</CssParameter>
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
          <Title>≥ 40,000</Title>
          <ogc:Filter>
            <ogc:And>
              <ogc:PropertyIsNotEqualTo><ogc:PropertyName>sampled</ogc:PropertyName><ogc:Literal>false</ogc:Literal></ogc:PropertyIsNotEqualTo>
              <ogc:PropertyIsGreaterThanOrEqualTo><ogc:PropertyName>{column}</ogc:PropertyName><ogc:Literal>40000</ogc:Literal></ogc:PropertyIsGreaterThanOrEqualTo>
            </ogc:And>
          </ogc:Filter>
          <PolygonSymbolizer>
            <Fill>
              <CssParameter name="fill">#A50F15</CssParameter>
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
              <ogc:PropertyIsGreaterThanOrEqualTo><ogc:PropertyName>{column}</ogc:PropertyName><ogc:Literal>40000</ogc:Literal></ogc:PropertyIsGreaterThanOrEqualTo>
            </ogc:And>
          </ogc:Filter>
          <PointSymbolizer>
            <Graphic>
              <Mark>
                <WellKnownName>circle</WellKnownName>
                <Fill>
                  <CssParameter name="fill">#A50F15</CssParameter>
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
