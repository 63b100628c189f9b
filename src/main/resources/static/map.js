import {legendUrl, readCapabilities, readFeatureInfo} from './wms.js';

const SERVICE = new URL('wms', document.baseURI).href;
const MOST_FEATURES = 5;
// A first view that is closer than this shows a single tree, not a place.
const CLOSEST_FIRST_VIEW = 19;

const TEXTS = {
  en: {
    legend: 'Legend', information: 'At the point', zoom: 'Zoom to', click: 'Click the map to read its values (keyboard: Enter reads the middle).',
    nothing: 'Nothing here.', absent: 'no value', yes: 'yes', no: 'no', map: 'Map', layers: 'Layers',
    none: 'No layer is published yet. Run a study, then reload this page.', style: 'Style',
    failed: 'The map service does not answer as it should: ',
  },
  zh: {
    legend: '图例', information: '点位信息', zoom: '缩放至', click: '点击地图查看数值（键盘：回车查看中心点）。',
    nothing: '此处没有要素。', absent: '无数据', yes: '是', no: '否', map: '地图', layers: '图层',
    none: '尚未发布图层。请先运行研究，然后刷新页面。', style: '样式',
    failed: '地图服务出错：',
  },
};

const source = new ol.source.ImageWMS({
  url: SERVICE,
  params: {LAYERS: '', VERSION: '1.3.0', FORMAT: 'image/png', TRANSPARENT: 'TRUE'},
  ratio: 1.2,
});
const image = new ol.layer.Image({source, visible: false});
const marker = new ol.layer.Vector({
  source: new ol.source.Vector(),
  style: new ol.style.Style({stroke: new ol.style.Stroke({color: '#111', width: 2.5})}),
});
const map = new ol.Map({
  target: 'map',
  layers: [image, marker],
  view: new ol.View({center: [0, 0], zoom: 2, maxZoom: 24}),
  controls: ol.control.defaults.defaults().extend([new ol.control.ScaleLine()]),
});

/** Names of the layers that are shown to the names of their styles. */
const shown = new Map();
let language = firstLanguage();
let studies = [];
let lastClick = null;

document.querySelectorAll('#languages button').forEach(button =>
  button.addEventListener('click', () => changeLanguage(button.dataset.language)));
map.on('singleclick', event => showInformation(event.coordinate));
document.getElementById('map').addEventListener('keydown', event => {
  if (event.key === 'Enter' && event.target.id === 'map') {
    showInformation(map.getView().getCenter());
  }
});
source.on('imageloaderror', () => report(new Error('GetMap')));
source.on('imageloadend', clearReport);
await changeLanguage(language);
showFirstLayer();

function firstLanguage() {
  const kept = readPreference();
  return kept in TEXTS ? kept : navigator.language.toLowerCase().startsWith('zh') ? 'zh' : 'en';
}

async function changeLanguage(chosen) {
  language = chosen;
  keepPreference(chosen);
  document.documentElement.lang = chosen;
  document.querySelectorAll('[data-text]').forEach(element => {
    element.textContent = TEXTS[language][element.dataset.text];
  });
  document.querySelectorAll('#languages button').forEach(button =>
    button.setAttribute('aria-pressed', button.dataset.language === chosen));
  document.getElementById('map').setAttribute('aria-label', TEXTS[language].map);
  document.getElementById('layers').setAttribute('aria-label', TEXTS[language].layers);
  try {
    const capabilities = await readCapabilities(SERVICE, language);
    studies = capabilities.studies;
    document.getElementById('service-title').textContent = capabilities.title;
    clearReport();
  } catch (problem) {
    report(problem);
  }
  listLayers();
  draw();
  await showInformation(lastClick);
}

function listLayers() {
  const list = studies.map(study => {
    const zoom = element('button', {type: 'button', textContent: TEXTS[language].zoom});
    zoom.setAttribute('aria-label', `${TEXTS[language].zoom} ${study.title}`);
    zoom.addEventListener('click', () => zoomTo(study));
    const legend = element('legend', {}, element('span', {textContent: study.title}), zoom);
    return element('fieldset', {}, legend, ...study.layers.map(layerRow));
  });
  document.getElementById('layers').replaceChildren(
    ...(list.length ? list : [element('p', {className: 'hint', textContent: TEXTS[language].none})]));
}

function layerRow(layer) {
  const box = element('input', {type: 'checkbox', id: `show ${layer.name}`, checked: shown.has(layer.name)});
  const label = element('label', {htmlFor: box.id, textContent: layer.title, title: layer.abstract});
  const row = element('div', {className: 'layer'}, box, label);
  let style = () => layer.styles[0]?.name ?? '';
  if (layer.styles.length > 1) {
    const choice = element('select', {title: TEXTS[language].style},
      ...layer.styles.map(each => element('option', {value: each.name, textContent: each.title})));
    choice.setAttribute('aria-label', `${TEXTS[language].style}: ${layer.title}`);
    choice.value = shown.get(layer.name) ?? style();
    choice.addEventListener('change', () => {
      if (box.checked) {
        shown.set(layer.name, choice.value);
        draw();
      }
    });
    style = () => choice.value;
    row.append(choice);
  }
  box.addEventListener('change', () => {
    if (box.checked) {
      shown.set(layer.name, style());
    } else {
      shown.delete(layer.name);
    }
    draw();
  });
  return row;
}

function showFirstLayer() {
  const first = studies[0]?.layers[0];
  if (first) {
    shown.set(first.name, first.styles[0]?.name ?? '');
    zoomTo(studies[0]);
    listLayers();
    draw();
  }
}

/** The layers that are shown, in the order of the list: the first is on top. */
function shownLayers() {
  return studies.flatMap(study => study.layers).filter(layer => shown.has(layer.name));
}

function draw() {
  const layers = shownLayers();
  const bottomUp = layers.toReversed();
  image.setVisible(layers.length > 0);
  source.updateParams({
    LAYERS: bottomUp.map(layer => layer.name).join(','),
    STYLES: bottomUp.map(layer => shown.get(layer.name)).join(','),
  });
  document.getElementById('legend').replaceChildren(...layers.map(layer =>
    element('figure', {},
      element('figcaption', {textContent: layer.title}),
      element('img', {
        src: legendUrl(SERVICE, layer.name, shown.get(layer.name), language),
        alt: `${TEXTS[language].legend}: ${layer.title}`,
      }))));
}

function zoomTo(study) {
  if (study.extent) {
    const extent = ol.proj.transformExtent(study.extent, 'EPSG:4326', 'EPSG:3857');
    map.getView().fit(extent, {padding: [30, 30, 30, 30], maxZoom: CLOSEST_FIRST_VIEW});
  }
}

async function showInformation(coordinate) {
  lastClick = coordinate;
  marker.getSource().clear();
  const queried = shownLayers().filter(layer => layer.queryable).map(layer => layer.name);
  const panel = document.getElementById('information');
  if (!coordinate || queried.length === 0) {
    panel.replaceChildren(element('p', {className: 'hint', textContent: TEXTS[language].click}));
    return;
  }
  const url = source.getFeatureInfoUrl(coordinate, map.getView().getResolution(), 'EPSG:3857', {
    INFO_FORMAT: 'application/json', QUERY_LAYERS: queried.toReversed().join(','), FEATURE_COUNT: MOST_FEATURES,
  });
  try {
    const found = await readFeatureInfo(url);
    marker.getSource().addFeatures(
      new ol.format.GeoJSON({featureProjection: 'EPSG:3857'}).readFeatures(found));
    panel.replaceChildren(...(found.features.length
      ? found.features.map(feature => featureTable(feature, found.layers))
      : [element('p', {className: 'hint', textContent: TEXTS[language].nothing})]));
    clearReport();
  } catch (problem) {
    report(problem);
  }
}

function featureTable(feature, layers) {
  const layer = layers.find(each => each.name === feature.layer);
  const title = `${layer.title[language]} · ${feature.id.split('.').slice(1).join('.')}`;
  return element('table', {},
    element('caption', {textContent: title}),
    ...layer.attributes.map(attribute => {
      const name = element('th', {
        scope: 'row', title: attribute.name, textContent: attribute.title[language] || attribute.name,
      });
      return element('tr', {}, name,
        element('td', {textContent: readable(feature.properties[attribute.name], attribute.unit)}));
    }));
}

function readable(value, unit) {
  if (value === null || value === undefined) {
    return TEXTS[language].absent;
  }
  if (typeof value === 'boolean') {
    return TEXTS[language][value ? 'yes' : 'no'];
  }
  const text = typeof value === 'number'
    ? value.toLocaleString('en', Math.abs(value) >= 1e5 ? {maximumFractionDigits: 0} : {maximumSignificantDigits: 5})
    : value;
  return unit ? `${text} ${unit}` : text;
}

function report(problem) {
  const message = document.getElementById('message');
  message.textContent = TEXTS[language].failed + problem.message;
  message.hidden = false;
}

function clearReport() {
  document.getElementById('message').hidden = true;
}

function element(name, properties, ...children) {
  const created = Object.assign(document.createElement(name), properties);
  created.append(...children);
  return created;
}

// Storage is refused in private windows and where an operator forbids it; the page works without.
function readPreference() {
  try {
    return localStorage.getItem('language');
  } catch {
    return null;
  }
}

function keepPreference(chosen) {
  try {
    localStorage.setItem('language', chosen);
  } catch {
    // The choice then lasts as long as the page.
  }
}
