<?xml version="1.0" encoding="UTF-8"?>
<StyledLayerDescriptor version="1.1.0" xmlns="http://www.opengis.net/sld" xmlns:se="http://www.opengis.net/se"
    xmlns:ogc="http://www.opengis.net/ogc" xmlns:xlink="http://www.w3.org/1999/xlink">
  <NamedLayer>
    <se:Name>layer</se:Name>
    <UserStyle>
      <se:Name>filters</se:Name>
      <FeatureTypeStyle xmlns="http://www.opengis.net/se">
        <Rule>
          <Name>else</Name>
          <ElseFilter/>
          <PolygonSymbolizer><Fill><SvgParameter name="fill">#999999</SvgParameter></Fill></PolygonSymbolizer>
        </Rule>
        <Rule>
          <Name>between</Name>
          <ogc:Filter><ogc:PropertyIsBetween><ogc:PropertyName>size</ogc:PropertyName><ogc:LowerBoundary><ogc:Literal>10</ogc:Literal></ogc:LowerBoundary><ogc:UpperBoundary><ogc:Literal>20</ogc:Literal></ogc:UpperBoundary></ogc:PropertyIsBetween></ogc:Filter>
          <PolygonSymbolizer><Fill><SvgParameter name="fill">#e76f51</SvgParameter></Fill></PolygonSymbolizer>
        </Rule>
        <Rule>
          <Name>like</Name>
          <ogc:Filter><ogc:PropertyIsLike wildCard="%" singleChar="_" escapeChar="!"><ogc:PropertyName>name</ogc:PropertyName><ogc:Literal>口袋%</ogc:Literal></ogc:PropertyIsLike></ogc:Filter>
          <PolygonSymbolizer><Fill><SvgParameter name="fill">#2a9d8f</SvgParameter></Fill></PolygonSymbolizer>
        </Rule>
        <Rule>
          <Name>null</Name>
          <ogc:Filter><ogc:And><ogc:PropertyIsNull><ogc:PropertyName>size</ogc:PropertyName></ogc:PropertyIsNull><ogc:Not><ogc:PropertyIsEqualTo><ogc:PropertyName>name</ogc:PropertyName><ogc:Literal>x</ogc:Literal></ogc:PropertyIsEqualTo></ogc:Not></ogc:And></ogc:Filter>
          <PolygonSymbolizer><Fill><SvgParameter name="fill">#264653</SvgParameter></Fill></PolygonSymbolizer>
        </Rule>
        <Rule>
          <Name>sum</Name>
          <ogc:Filter><ogc:Or><ogc:PropertyIsGreaterThan><ogc:Add><ogc:PropertyName>size</ogc:PropertyName><ogc:Mul><ogc:PropertyName>size</ogc:PropertyName><ogc:Literal>2</ogc:Literal></ogc:Mul></ogc:Add><ogc:Literal>120</ogc:Literal></ogc:PropertyIsGreaterThan><ogc:PropertyIsEqualTo><ogc:PropertyName>name</ogc:PropertyName><ogc:Literal>none</ogc:Literal></ogc:PropertyIsEqualTo></ogc:Or></ogc:Filter>
          <PolygonSymbolizer><Fill><SvgParameter name="fill">#f4a261</SvgParameter></Fill></PolygonSymbolizer>
        </Rule>
      </FeatureTypeStyle>
    </UserStyle>
  </NamedLayer>
</StyledLayerDescriptor>
