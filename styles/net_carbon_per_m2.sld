<?xml version="1.0" encoding="UTF-8"?>
<StyledLayerDescriptor version="1.0.0" xmlns="http://www.opengis.net/sld" xmlns:ogc="http://www.opengis.net/ogc"
    xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance"
    xsi:schemaLocation="http://www.opengis.net/sld http://schemas.opengis.net/sld/1.0.0/StyledLayerDescriptor.xsd">
  <NamedLayer>
    <Name>net_carbon_per_m2</Name>
    <UserStyle>
      <Name>net_carbon_per_m2</Name>
      <Title>Net carbon per m², kg CO2/m² | 单位面积净碳汇，kg CO2/m²</Title>
      <Abstract>Diverging around zero: brown emits, teal takes up; legible with colour-vision deficiency (ColorBrewer BrBG). | 以零为中心的双向色带：棕色为净排放，青色为净吸收，色觉障碍者可辨（ColorBrewer BrBG）。</Abstract>
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
          <Title>&lt; −5 (source | 碳源)</Title>
          <ogc:Filter>
            <ogc:And>
              <ogc:PropertyIsNotEqualTo><ogc:PropertyName>sampled</ogc:PropertyName><ogc:Literal>false</ogc:Literal></ogc:PropertyIsNotEqualTo>
              <ogc:PropertyIsLessThan><ogc:PropertyName>net_carbon_kg_per_m2</ogc:PropertyName><ogc:Literal>-5</ogc:Literal></ogc:PropertyIsLessThan>
            </ogc:And>
          </ogc:Filter>
          <PolygonSymbolizer>
            <Fill>
              <CssParameter name="fill">#8C510A</CssParameter>
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
              <ogc:PropertyIsLessThan><ogc:PropertyName>net_carbon_kg_per_m2</ogc:PropertyName><ogc:Literal>-5</ogc:Literal></ogc:PropertyIsLessThan>
            </ogc:And>
          </ogc:Filter>
          <PointSymbolizer>
            <Graphic>
              <Mark>
                <WellKnownName>circle</WellKnownName>
                <Fill>
                  <CssParameter name="fill">#8C510A</CssParameter>
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
          <Title>−5 … −2</Title>
          <ogc:Filter>
            <ogc:And>
              <ogc:PropertyIsNotEqualTo><ogc:PropertyName>sampled</ogc:PropertyName><ogc:Literal>false</ogc:Literal></ogc:PropertyIsNotEqualTo>
              <ogc:PropertyIsGreaterThanOrEqualTo><ogc:PropertyName>net_carbon_kg_per_m2</ogc:PropertyName><ogc:Literal>-5</ogc:Literal></ogc:PropertyIsGreaterThanOrEqualTo>
              <ogc:PropertyIsLessThan><ogc:PropertyName>net_carbon_kg_per_m2</ogc:PropertyName><ogc:Literal>-2</ogc:Literal></ogc:PropertyIsLessThan>
            </ogc:And>
          </ogc:Filter>
          <PolygonSymbolizer>
            <Fill>
              <CssParameter name="fill">#BF812D</CssParameter>
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
              <ogc:PropertyIsGreaterThanOrEqualTo><ogc:PropertyName>net_carbon_kg_per_m2</ogc:PropertyName><ogc:Literal>-5</ogc:Literal></ogc:PropertyIsGreaterThanOrEqualTo>
              <ogc:PropertyIsLessThan><ogc:PropertyName>net_carbon_kg_per_m2</ogc:PropertyName><ogc:Literal>-2</ogc:Literal></ogc:PropertyIsLessThan>
            </ogc:And>
          </ogc:Filter>
          <PointSymbolizer>
            <Graphic>
              <Mark>
                <WellKnownName>circle</WellKnownName>
                <Fill>
                  <CssParameter name="fill">#BF812D</CssParameter>
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
          <Title>−2 … −1</Title>
          <ogc:Filter>
            <ogc:And>
              <ogc:PropertyIsNotEqualTo><ogc:PropertyName>sampled</ogc:PropertyName><ogc:Literal>false</ogc:Literal></ogc:PropertyIsNotEqualTo>
              <ogc:PropertyIsGreaterThanOrEqualTo><ogc:PropertyName>net_carbon_kg_per_m2</ogc:PropertyName><ogc:Literal>-2</ogc:Literal></ogc:PropertyIsGreaterThanOrEqualTo>
              <ogc:PropertyIsLessThan><ogc:PropertyName>net_carbon_kg_per_m2</ogc:PropertyName><ogc:Literal>-1</ogc:Literal></ogc:PropertyIsLessThan>
            </ogc:And>
          </ogc:Filter>
          <PolygonSymbolizer>
            <Fill>
              <CssParameter name="fill">#DFC27D</CssParameter>
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
              <ogc:PropertyIsGreaterThanOrEqualTo><ogc:PropertyName>net_carbon_kg_per_m2</ogc:PropertyName><ogc:Literal>-2</ogc:Literal></ogc:PropertyIsGreaterThanOrEqualTo>
              <ogc:PropertyIsLessThan><ogc:PropertyName>net_carbon_kg_per_m2</ogc:PropertyName><ogc:Literal>-1</ogc:Literal></ogc:PropertyIsLessThan>
            </ogc:And>
          </ogc:Filter>
          <PointSymbolizer>
            <Graphic>
              <Mark>
                <WellKnownName>circle</WellKnownName>
                <Fill>
                  <CssParameter name="fill">#DFC27D</CssParameter>
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
          <Title>−1 … −0.2</Title>
          <ogc:Filter>
            <ogc:And>
              <ogc:PropertyIsNotEqualTo><ogc:PropertyName>sampled</ogc:PropertyName><ogc:Literal>false</ogc:Literal></ogc:PropertyIsNotEqualTo>
              <ogc:PropertyIsGreaterThanOrEqualTo><ogc:PropertyName>net_carbon_kg_per_m2</ogc:PropertyName><ogc:Literal>-1</ogc:Literal></ogc:PropertyIsGreaterThanOrEqualTo>
              <ogc:PropertyIsLessThan><ogc:PropertyName>net_carbon_kg_per_m2</ogc:PropertyName><ogc:Literal>-0.2</ogc:Literal></ogc:PropertyIsLessThan>
            </ogc:And>
          </ogc:Filter>
          <PolygonSymbolizer>
            <Fill>
              <CssParameter name="fill">#F6E8C3</CssParameter>
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
              <ogc:PropertyIsGreaterThanOrEqualTo><ogc:PropertyName>net_carbon_kg_per_m2</ogc:PropertyName><ogc:Literal>-1</ogc:Literal></ogc:PropertyIsGreaterThanOrEqualTo>
              <ogc:PropertyIsLessThan><ogc:PropertyName>net_carbon_kg_per_m2</ogc:PropertyName><ogc:Literal>-0.2</ogc:Literal></ogc:PropertyIsLessThan>
            </ogc:And>
          </ogc:Filter>
          <PointSymbolizer>
            <Graphic>
              <Mark>
                <WellKnownName>circle</WellKnownName>
                <Fill>
                  <CssParameter name="fill">#F6E8C3</CssParameter>
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
          <Title>−0.2 … 0.2 (balanced | 大致平衡)</Title>
          <ogc:Filter>
            <ogc:And>
              <ogc:PropertyIsNotEqualTo><ogc:PropertyName>sampled</ogc:PropertyName><ogc:Literal>false</ogc:Literal></ogc:PropertyIsNotEqualTo>
              <ogc:PropertyIsGreaterThanOrEqualTo><ogc:PropertyName>net_carbon_kg_per_m2</ogc:PropertyName><ogc:Literal>-0.2</ogc:Literal></ogc:PropertyIsGreaterThanOrEqualTo>
              <ogc:PropertyIsLessThan><ogc:PropertyName>net_carbon_kg_per_m2</ogc:PropertyName><ogc:Literal>0.2</ogc:Literal></ogc:PropertyIsLessThan>
            </ogc:And>
          </ogc:Filter>
          <PolygonSymbolizer>
            <Fill>
              <CssParameter name="fill">#F5F5F5</CssParameter>
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
              <ogc:PropertyIsGreaterThanOrEqualTo><ogc:PropertyName>net_carbon_kg_per_m2</ogc:PropertyName><ogc:Literal>-0.2</ogc:Literal></ogc:PropertyIsGreaterThanOrEqualTo>
              <ogc:PropertyIsLessThan><ogc:PropertyName>net_carbon_kg_per_m2</ogc:PropertyName><ogc:Literal>0.2</ogc:Literal></ogc:PropertyIsLessThan>
            </ogc:And>
          </ogc:Filter>
          <PointSymbolizer>
            <Graphic>
              <Mark>
                <WellKnownName>circle</WellKnownName>
                <Fill>
                  <CssParameter name="fill">#F5F5F5</CssParameter>
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
          <Name>class6</Name>
          <Title>0.2 … 1</Title>
          <ogc:Filter>
            <ogc:And>
              <ogc:PropertyIsNotEqualTo><ogc:PropertyName>sampled</ogc:PropertyName><ogc:Literal>false</ogc:Literal></ogc:PropertyIsNotEqualTo>
              <ogc:PropertyIsGreaterThanOrEqualTo><ogc:PropertyName>net_carbon_kg_per_m2</ogc:PropertyName><ogc:Literal>0.2</ogc:Literal></ogc:PropertyIsGreaterThanOrEqualTo>
              <ogc:PropertyIsLessThan><ogc:PropertyName>net_carbon_kg_per_m2</ogc:PropertyName><ogc:Literal>1</ogc:Literal></ogc:PropertyIsLessThan>
            </ogc:And>
          </ogc:Filter>
          <PolygonSymbolizer>
            <Fill>
              <CssParameter name="fill">#C7EAE5</CssParameter>
            </Fill>
            <Stroke>
              <CssParameter name="stroke">#4D4D4D</CssParameter>
              <CssParameter name="stroke-width">0.8</CssParameter>
            </Stroke>
          </PolygonSymbolizer>
        </Rule>
        <Rule>
          <Name>class6_mark</Name>
          <ogc:Filter>
            <ogc:And>
              <ogc:PropertyIsLessThan>
                <ogc:PropertyName>area_m2</ogc:PropertyName>
                <ogc:Mul><ogc:Literal>0.00000602</ogc:Literal><ogc:Mul><ogc:Function name="env"><ogc:Literal>wms_scale_denominator</ogc:Literal></ogc:Function><ogc:Function name="env"><ogc:Literal>wms_scale_denominator</ogc:Literal></ogc:Function></ogc:Mul></ogc:Mul>
              </ogc:PropertyIsLessThan>
              <ogc:PropertyIsNotEqualTo><ogc:PropertyName>sampled</ogc:PropertyName><ogc:Literal>false</ogc:Literal></ogc:PropertyIsNotEqualTo>
              <ogc:PropertyIsGreaterThanOrEqualTo><ogc:PropertyName>net_carbon_kg_per_m2</ogc:PropertyName><ogc:Literal>0.2</ogc:Literal></ogc:PropertyIsGreaterThanOrEqualTo>
              <ogc:PropertyIsLessThan><ogc:PropertyName>net_carbon_kg_per_m2</ogc:PropertyName><ogc:Literal>1</ogc:Literal></ogc:PropertyIsLessThan>
            </ogc:And>
          </ogc:Filter>
          <PointSymbolizer>
            <Graphic>
              <Mark>
                <WellKnownName>circle</WellKnownName>
                <Fill>
                  <CssParameter name="fill">#C7EAE5</CssParameter>
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
          <Name>class7</Name>
          <Title>1 … 2</Title>
          <ogc:Filter>
            <ogc:And>
              <ogc:PropertyIsNotEqualTo><ogc:PropertyName>sampled</ogc:PropertyName><ogc:Literal>false</ogc:Literal></ogc:PropertyIsNotEqualTo>
              <ogc:PropertyIsGreaterThanOrEqualTo><ogc:PropertyName>net_carbon_kg_per_m2</ogc:PropertyName><ogc:Literal>1</ogc:Literal></ogc:PropertyIsGreaterThanOrEqualTo>
              <ogc:PropertyIsLessThan><ogc:PropertyName>net_carbon_kg_per_m2</ogc:PropertyName><ogc:Literal>2</ogc:Literal></ogc:PropertyIsLessThan>
            </ogc:And>
          </ogc:Filter>
          <PolygonSymbolizer>
            <Fill>
              <CssParameter name="fill">#80CDC1</CssParameter>
            </Fill>
            <Stroke>
              <CssParameter name="stroke">#4D4D4D</CssParameter>
              <CssParameter name="stroke-width">0.8</CssParameter>
            </Stroke>
          </PolygonSymbolizer>
        </Rule>
        <Rule>
          <Name>class7_mark</Name>
          <ogc:Filter>
            <ogc:And>
              <ogc:PropertyIsLessThan>
                <ogc:PropertyName>area_m2</ogc:PropertyName>
                <ogc:Mul><ogc:Literal>0.00000602</ogc:Literal><ogc:Mul><ogc:Function name="env"><ogc:Literal>wms_scale_denominator</ogc:Literal></ogc:Function><ogc:Function name="env"><ogc:Literal>wms_scale_denominator</ogc:Literal></ogc:Function></ogc:Mul></ogc:Mul>
              </ogc:PropertyIsLessThan>
              <ogc:PropertyIsNotEqualTo><ogc:PropertyName>sampled</ogc:PropertyName><ogc:Literal>false</ogc:Literal></ogc:PropertyIsNotEqualTo>
              <ogc:PropertyIsGreaterThanOrEqualTo><ogc:PropertyName>net_carbon_kg_per_m2</ogc:PropertyName><ogc:Literal>1</ogc:Literal></ogc:PropertyIsGreaterThanOrEqualTo>
              <ogc:PropertyIsLessThan><ogc:PropertyName>net_carbon_kg_per_m2</ogc:PropertyName><ogc:Literal>2</ogc:Literal></ogc:PropertyIsLessThan>
            </ogc:And>
          </ogc:Filter>
          <PointSymbolizer>
            <Graphic>
              <Mark>
                <WellKnownName>circle</WellKnownName>
                <Fill>
                  <CssParameter name="fill">#80CDC1</CssParameter>
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
          <Name>class8</Name>
          <Title>2 … 5</Title>
          <ogc:Filter>
            <ogc:And>
              <ogc:PropertyIsNotEqualTo><ogc:PropertyName>sampled</ogc:PropertyName><ogc:Literal>false</ogc:Literal></ogc:PropertyIsNotEqualTo>
              <ogc:PropertyIsGreaterThanOrEqualTo><ogc:PropertyName>net_carbon_kg_per_m2</ogc:PropertyName><ogc:Literal>2</ogc:Literal></ogc:PropertyIsGreaterThanOrEqualTo>
              <ogc:PropertyIsLessThan><ogc:PropertyName>net_carbon_kg_per_m2</ogc:PropertyName><ogc:Literal>5</ogc:Literal></ogc:PropertyIsLessThan>
            </ogc:And>
          </ogc:Filter>
          <PolygonSymbolizer>
            <Fill>
              <CssParameter name="fill">#35978F</CssParameter>
            </Fill>
            <Stroke>
              <CssParameter name="stroke">#4D4D4D</CssParameter>
              <CssParameter name="stroke-width">0.8</CssParameter>
            </Stroke>
          </PolygonSymbolizer>
        </Rule>
        <Rule>
          <Name>class8_mark</Name>
          <ogc:Filter>
            <ogc:And>
              <ogc:PropertyIsLessThan>
                <ogc:PropertyName>area_m2</ogc:PropertyName>
                <ogc:Mul><ogc:Literal>0.00000602</ogc:Literal><ogc:Mul><ogc:Function name="env"><ogc:Literal>wms_scale_denominator</ogc:Literal></ogc:Function><ogc:Function name="env"><ogc:Literal>wms_scale_denominator</ogc:Literal></ogc:Function></ogc:Mul></ogc:Mul>
              </ogc:PropertyIsLessThan>
              <ogc:PropertyIsNotEqualTo><ogc:PropertyName>sampled</ogc:PropertyName><ogc:Literal>false</ogc:Literal></ogc:PropertyIsNotEqualTo>
              <ogc:PropertyIsGreaterThanOrEqualTo><ogc:PropertyName>net_carbon_kg_per_m2</ogc:PropertyName><ogc:Literal>2</ogc:Literal></ogc:PropertyIsGreaterThanOrEqualTo>
              <ogc:PropertyIsLessThan><ogc:PropertyName>net_carbon_kg_per_m2</ogc:PropertyName><ogc:Literal>5</ogc:Literal></ogc:PropertyIsLessThan>
            </ogc:And>
          </ogc:Filter>
          <PointSymbolizer>
            <Graphic>
              <Mark>
                <WellKnownName>circle</WellKnownName>
                <Fill>
                  <CssParameter name="fill">#35978F</CssParameter>
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
          <Name>class9</Name>
          <Title>≥ 5 (sink | 碳汇)</Title>
          <ogc:Filter>
            <ogc:And>
              <ogc:PropertyIsNotEqualTo><ogc:PropertyName>sampled</ogc:PropertyName><ogc:Literal>false</ogc:Literal></ogc:PropertyIsNotEqualTo>
              <ogc:PropertyIsGreaterThanOrEqualTo><ogc:PropertyName>net_carbon_kg_per_m2</ogc:PropertyName><ogc:Literal>5</ogc:Literal></ogc:PropertyIsGreaterThanOrEqualTo>
            </ogc:And>
          </ogc:Filter>
          <PolygonSymbolizer>
            <Fill>
              <CssParameter name="fill">#01665E</CssParameter>
            </Fill>
            <Stroke>
              <CssParameter name="stroke">#4D4D4D</CssParameter>
              <CssParameter name="stroke-width">0.8</CssParameter>
            </Stroke>
          </PolygonSymbolizer>
        </Rule>
        <Rule>
          <Name>class9_mark</Name>
          <ogc:Filter>
            <ogc:And>
              <ogc:PropertyIsLessThan>
                <ogc:PropertyName>area_m2</ogc:PropertyName>
                <ogc:Mul><ogc:Literal>0.00000602</ogc:Literal><ogc:Mul><ogc:Function name="env"><ogc:Literal>wms_scale_denominator</ogc:Literal></ogc:Function><ogc:Function name="env"><ogc:Literal>wms_scale_denominator</ogc:Literal></ogc:Function></ogc:Mul></ogc:Mul>
              </ogc:PropertyIsLessThan>
              <ogc:PropertyIsNotEqualTo><ogc:PropertyName>sampled</ogc:PropertyName><ogc:Literal>false</ogc:Literal></ogc:PropertyIsNotEqualTo>
              <ogc:PropertyIsGreaterThanOrEqualTo><ogc:PropertyName>net_carbon_kg_per_m2</ogc:PropertyName><ogc:Literal>5</ogc:Literal></ogc:PropertyIsGreaterThanOrEqualTo>
            </ogc:And>
          </ogc:Filter>
          <PointSymbolizer>
            <Graphic>
              <Mark>
                <WellKnownName>circle</WellKnownName>
                <Fill>
                  <CssParameter name="fill">#01665E</CssParameter>
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
              <ogc:PropertyIsNull><ogc:PropertyName>net_carbon_kg_per_m2</ogc:PropertyName></ogc:PropertyIsNull>
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
              <ogc:PropertyIsNull><ogc:PropertyName>net_carbon_kg_per_m2</ogc:PropertyName></ogc:PropertyIsNull>
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
