<?xml version="1.0" encoding="UTF-8"?>
<StyledLayerDescriptor version="1.1.0" xmlns="http://www.opengis.net/sld" xmlns:se="http://www.opengis.net/se"
    xmlns:ogc="http://www.opengis.net/ogc" xmlns:xlink="http://www.w3.org/1999/xlink">
  <NamedLayer>
    <se:Name>layer</se:Name>
    <UserStyle>
      <se:Name>labels</se:Name>
      <FeatureTypeStyle xmlns="http://www.opengis.net/se">
        <Rule><PointSymbolizer><Graphic><Mark><WellKnownName>circle</WellKnownName><Fill><SvgParameter name="fill">#e76f51</SvgParameter></Fill><Stroke><SvgParameter name="stroke">#264653</SvgParameter><SvgParameter name="stroke-width">2</SvgParameter></Stroke></Mark><Size>8</Size></Graphic></PointSymbolizer><TextSymbolizer><Label><ogc:PropertyName>name</ogc:PropertyName></Label><Font><SvgParameter name="font-family">Noto Sans SC</SvgParameter><SvgParameter name="font-size">24</SvgParameter></Font><LabelPlacement><PointPlacement><AnchorPoint><AnchorPointX>0.5</AnchorPointX><AnchorPointY>0.5</AnchorPointY></AnchorPoint></PointPlacement></LabelPlacement><Fill><SvgParameter name="fill">#264653</SvgParameter></Fill></TextSymbolizer></Rule>
      </FeatureTypeStyle>
    </UserStyle>
  </NamedLayer>
</StyledLayerDescriptor>
