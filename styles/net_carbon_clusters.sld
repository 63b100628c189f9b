<?xml version="1.0" encoding="UTF-8"?>
<StyledLayerDescriptor version="1.0.0" xmlns="http://www.opengis.net/sld" xmlns:ogc="http://www.opengis.net/ogc"
    xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance"
    xsi:schemaLocation="http://www.opengis.net/sld http://schemas.opengis.net/sld/1.0.0/StyledLayerDescriptor.xsd">
  <NamedLayer>
    <Name>net_carbon_clusters</Name>
    <UserStyle>
      <Name>net_carbon_clusters</Name>
      <Title>Clusters of net carbon | 净碳汇集聚类型</Title>
      <Abstract>Local Moran's I at p ≤ 0.05: saturated colours are clusters, light ones are outliers; legible with colour-vision deficiency (ColorBrewer RdYlBu). | 局部莫兰指数，p ≤ 0.05：深色为集聚，浅色为异常点，色觉障碍者可辨（ColorBrewer RdYlBu）。</Abstract>
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
          <Title>high among high | 高-高集聚</Title>
          <ogc:Filter>
            <ogc:PropertyIsEqualTo><ogc:PropertyName>net_carbon_cluster</ogc:PropertyName><ogc:Literal>high-high</ogc:Literal></ogc:PropertyIsEqualTo>
          </ogc:Filter>
          <PolygonSymbolizer>
            <Fill>
              <CssParameter name="fill">#D7191C</CssParameter>
            </Fill>
            <Stroke>
              <CssParameter name="stroke">#404040</CssParameter>
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
              <ogc:PropertyIsEqualTo><ogc:PropertyName>net_carbon_cluster</ogc:PropertyName><ogc:Literal>high-high</ogc:Literal></ogc:PropertyIsEqualTo>
            </ogc:And>
          </ogc:Filter>
          <PointSymbolizer>
            <Graphic>
              <Mark>
                <WellKnownName>circle</WellKnownName>
                <Fill>
                  <CssParameter name="fill">#D7191C</CssParameter>
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
          <Title>high among low | 高-低异常</Title>
          <ogc:Filter>
            <ogc:PropertyIsEqualTo><ogc:PropertyName>net_carbon_cluster</ogc:PropertyName><ogc:Literal>high-low</ogc:Literal></ogc:PropertyIsEqualTo>
          </ogc:Filter>
          <PolygonSymbolizer>
            <Fill>
              <CssParameter name="fill">#FDAE61</CssParameter>
            </Fill>
            <Stroke>
              <CssParameter name="stroke">#404040</CssParameter>
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
              <ogc:PropertyIsEqualTo><ogc:PropertyName>net_carbon_cluster</ogc:PropertyName><ogc:Literal>high-low</ogc:Literal></ogc:PropertyIsEqualTo>
            </ogc:And>
          </ogc:Filter>
          <PointSymbolizer>
            <Graphic>
              <Mark>
                <WellKnownName>circle</WellKnownName>
                <Fill>
                  <CssParameter name="fill">#FDAE61</CssParameter>
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
          <Title>not significant | 不显著</Title>
          <ogc:Filter>
            <ogc:PropertyIsEqualTo><ogc:PropertyName>net_carbon_cluster</ogc:PropertyName><ogc:Literal>not significant</ogc:Literal></ogc:PropertyIsEqualTo>
          </ogc:Filter>
          <PolygonSymbolizer>
            <Fill>
              <CssParameter name="fill">#DEDEDE</CssParameter>
            </Fill>
            <Stroke>
              <CssParameter name="stroke">#404040</CssParameter>
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
              <ogc:PropertyIsEqualTo><ogc:PropertyName>net_carbon_cluster</ogc:PropertyName><ogc:Literal>not significant</ogc:Literal></ogc:PropertyIsEqualTo>
            </ogc:And>
          </ogc:Filter>
          <PointSymbolizer>
            <Graphic>
              <Mark>
                <WellKnownName>circle</WellKnownName>
                <Fill>
                  <CssParameter name="fill">#DEDEDE</CssParameter>
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
          <Title>low among high | 低-高异常</Title>
          <ogc:Filter>
            <ogc:PropertyIsEqualTo><ogc:PropertyName>net_carbon_cluster</ogc:PropertyName><ogc:Literal>low-high</ogc:Literal></ogc:PropertyIsEqualTo>
          </ogc:Filter>
          <PolygonSymbolizer>
            <Fill>
              <CssParameter name="fill">#ABD9E9</CssParameter>
            </Fill>
            <Stroke>
              <CssParameter name="stroke">#404040</CssParameter>
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
              <ogc:PropertyIsEqualTo><ogc:PropertyName>net_carbon_cluster</ogc:PropertyName><ogc:Literal>low-high</ogc:Literal></ogc:PropertyIsEqualTo>
            </ogc:And>
          </ogc:Filter>
          <PointSymbolizer>
            <Graphic>
              <Mark>
                <WellKnownName>circle</WellKnownName>
                <Fill>
                  <CssParameter name="fill">#ABD9E9</CssParameter>
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
          <Title>low among low | 低-低集聚</Title>
          <ogc:Filter>
            <ogc:PropertyIsEqualTo><ogc:PropertyName>net_carbon_cluster</ogc:PropertyName><ogc:Literal>low-low</ogc:Literal></ogc:PropertyIsEqualTo>
          </ogc:Filter>
          <PolygonSymbolizer>
            <Fill>
              <CssParameter name="fill">#2C7BB6</CssParameter>
            </Fill>
            <Stroke>
              <CssParameter name="stroke">#404040</CssParameter>
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
              <ogc:PropertyIsEqualTo><ogc:PropertyName>net_carbon_cluster</ogc:PropertyName><ogc:Literal>low-low</ogc:Literal></ogc:PropertyIsEqualTo>
            </ogc:And>
          </ogc:Filter>
          <PointSymbolizer>
            <Graphic>
              <Mark>
                <WellKnownName>circle</WellKnownName>
                <Fill>
                  <CssParameter name="fill">#2C7BB6</CssParameter>
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
              <ogc:PropertyIsNull><ogc:PropertyName>net_carbon_cluster</ogc:PropertyName></ogc:PropertyIsNull>
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
              <ogc:PropertyIsNull><ogc:PropertyName>net_carbon_cluster</ogc:PropertyName></ogc:PropertyIsNull>
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
