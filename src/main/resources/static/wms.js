// The part of WMS 1.3.0 that the page needs: what there is, and what is at a point.

const CRS84 = 'CRS:84';
// Pixels of 0.28 mm in an inch.
const STANDARD_DPI = 25.4 / 0.28;
const SOURCE_VOCABULARY = 'urn:microscape:source';

/** The studies of the service with their layers, in the language ("en" or "zh"). */
export async function readCapabilities(serviceUrl, language) {
  const query = new URLSearchParams({
    SERVICE: 'WMS', VERSION: '1.3.0', REQUEST: 'GetCapabilities', LANGUAGE: language,
  });
  const response = await fetch(`${serviceUrl}?${query}`);
  const xml = new DOMParser().parseFromString(await response.text(), 'text/xml');
  const problem = xml.querySelector('ServiceException, parsererror');
  if (!response.ok || problem) {
    throw new Error(problem ? problem.textContent.trim() : `HTTP ${response.status}`);
  }
  const root = xml.querySelector('Capability > Layer');
  return {
    studies: children(root, 'Layer').map(study => ({
      name: text(study, 'Name'),
      title: text(study, 'Title'),
      extent: extentOf(study),
      layers: children(study, 'Layer').map(layer => ({
        name: text(layer, 'Name'),
        title: text(layer, 'Title'),
        abstract: text(layer, 'Abstract'),
        source: sourceOf(layer),
        queryable: layer.getAttribute('queryable') === '1',
        styles: children(layer, 'Style').map(style => ({
          name: text(style, 'Name'),
          title: text(style, 'Title'),
        })),
      })),
    })),
  };
}

/** The address of a legend, in the page's language and for its screen. */
export function legendUrl(serviceUrl, layer, style, language, pixelRatio = 1) {
  const query = new URLSearchParams({
    SERVICE: 'WMS', VERSION: '1.3.0', REQUEST: 'GetLegendGraphic', FORMAT: 'image/png',
    LAYER: layer, STYLE: style, LANGUAGE: language, DPI: STANDARD_DPI * pixelRatio,
  });
  return `${serviceUrl}?${query}`;
}

/** The GeoJSON that a GetFeatureInfo address gives; a service exception becomes an error. */
export async function readFeatureInfo(url) {
  const response = await fetch(url);
  if (!(response.headers.get('Content-Type') ?? '').includes('json')) {
    const xml = new DOMParser().parseFromString(await response.text(), 'text/xml');
    throw new Error(xml.querySelector('ServiceException')?.textContent.trim() ?? `HTTP ${response.status}`);
  }
  return response.json();
}

function extentOf(layer) {
  const box = children(layer, 'BoundingBox').find(element => element.getAttribute('CRS') === CRS84);
  return box && ['minx', 'miny', 'maxx', 'maxy'].map(side => Number(box.getAttribute(side)));
}

/** What the layer's features are: "spaces", "roads", "surfaces", "crowns" or "communities". */
function sourceOf(layer) {
  return children(children(layer, 'KeywordList')[0], 'Keyword')
    .find(keyword => keyword.getAttribute('vocabulary') === SOURCE_VOCABULARY)?.textContent;
}

function children(element, name) {
  return element ? [...element.children].filter(child => child.localName === name) : [];
}

function text(element, name) {
  return children(element, name)[0]?.textContent ?? '';
}
