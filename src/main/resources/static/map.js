import {legendUrl, readCapabilities, readFeatureInfo} from './wms.js';

const SERVICE = new URL('wms', document.baseURI).href;
const TILES = new URL('tiles', document.baseURI).href;
const MOST_FEATURES = 5;
// A first view that is closer than this shows a single tree, not a place.
const CLOSEST_FIRST_VIEW = 19;
// A theme lies on top of what is around it; of that, areas lie beneath lines.
const BOTTOM_UP = ['communities', 'surfaces', 'roads', 'crowns', 'spaces'];
const THEME = 'spaces';
const FINEST_TILES = 24;
// Pictures of twice the pixels are drawn for the screens of telephones and newer computers.
const PIXEL_RATIO = window.devicePixelRatio > 1 ? 2 : 1;
const FIRST_CONTEXT = ['surfaces', 'roads'];

const TEXTS = {
  en: {
    legend: 'Legend', information: 'At the point', zoom: 'Zoom to', click: 'Click the map to read its values (keyboard: Enter reads the middle).',
    nothing: 'Nothing here.', absent: 'no value', yes: 'yes', no: 'no', map: 'Map', layers: 'Layers', themes: 'Theme', context: 'Surroundings',
    none: 'No layer is published yet. Run a study, then reload this page.', style: 'Style',
    failed: 'The map service does not answer as it should: ',
  },
  zh: {
    legend: '图例', information: '点位信息', zoom: '缩放至', click: '点击地图查看数值（键盘：回车查看中心点）。',
    nothing: '此处没有要素。', absent: '无数据', yes: '是', no: '否', map: '地图', layers: '图层', themes: '专题', context: '背景图层',
    none: '尚未发布图层。请先运行研究，然后刷新页面。', style: '样式',
    failed: '地图服务出错：',
  },
};

// What is shown comes as tiles, which browser and service keep; the WMS tells what lies at a point of it.
const queries = new ol.source.ImageWMS({url: SERVICE, params: {LAYERS: '', VERSION: '1.3.0'}});
const pictures = new ol.layer.Group();
const marker = new ol.layer.Vector({
  source: new ol.source.Vector(),
  style: new ol.style.Style({stroke: new ol.style.Stroke({color: '#111', width: 2})}),
});
const map = new ol.Map({
  target: 'map',
  layers: [pictures, marker],
  // Tiles are sharp at the zooms they are drawn for.
  view: new ol.View({center: [0, 0], zoom: 2, maxZoom: FINEST_TILES, constrainResolution: true}),
  controls: ol.control.defaults.defaults().extend([new ol.control.ScaleLine()]),
});

/** Names of the layers that are shown. */
const shown = new Set();
/** Tiles by their address, so that what was shown before is there at once. */
const tiles = new Map();
/** Names of layers to the style chosen for them, where it is not the first. */
const styles = new Map();
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
await changeLanguage(language);
showFirstLayer();
// Keeps the view in the address, so that a place can be bookmarked and passed on; an address that has one wins.
map.addInteraction(new ol.interaction.Link({params: ['x', 'y', 'z'], animate: false, replace: true}));

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
    studies = (await readCapabilities(SERVICE, language)).studies;
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
    const themes = study.layers.filter(isTheme);
    const context = study.layers.filter(layer => !isTheme(layer));
    return element('fieldset', {}, legend,
      ...group('themes', 'radiogroup', themes.map(layer => layerRow(study, layer, 'radio'))),
      ...group('context', 'group', context.map(layer => layerRow(study, layer, 'checkbox'))));
  });
  document.getElementById('layers').replaceChildren(
    ...(list.length ? list : [element('p', {className: 'hint', textContent: TEXTS[language].none})]));
}

function group(name, role, rows) {
  if (rows.length === 0) {
    return [];
  }
  const box = element('div', {role}, element('h2', {textContent: TEXTS[language][name]}), ...rows);
  box.setAttribute('aria-label', TEXTS[language][name]);
  return [box];
}

function layerRow(study, layer, type) {
  const box = element('input', {type, name: type, id: `show ${layer.name}`, checked: shown.has(layer.name)});
  const label = element('label', {htmlFor: box.id, textContent: layer.title, title: layer.abstract});
  const row = element('div', {className: 'layer'}, box, label);
  if (layer.styles.length > 1) {
    const choice = element('select', {title: TEXTS[language].style},
      ...layer.styles.map(each => element('option', {value: each.name, textContent: each.title})));
    choice.setAttribute('aria-label', `${TEXTS[language].style}: ${layer.title}`);
    choice.value = styleOf(layer);
    choice.addEventListener('change', () => {
      styles.set(layer.name, choice.value);
      draw();
    });
    row.append(choice);
  }
  box.addEventListener('change', () => {
    if (type === 'radio') {
      showTheme(study, layer);
    } else if (box.checked) {
      shown.add(layer.name);
    } else {
      shown.delete(layer.name);
    }
    draw();
    showInformation(lastClick);
  });
  return row;
}

/** Shows one theme in place of the other; that of another study brings its surroundings and its place. */
function showTheme(study, layer) {
  const before = shownTheme();
  if (before) {
    shown.delete(before.layer.name);
  }
  shown.add(layer.name);
  if (before?.study.name !== study.name) {
    lastClick = null;
    study.layers.filter(each => FIRST_CONTEXT.includes(each.source)).forEach(each => shown.add(each.name));
    zoomTo(study);
    listLayers();
    document.getElementById(`show ${layer.name}`).focus();
  }
}

function showFirstLayer() {
  const study = studies[0];
  const layer = study?.layers.find(isTheme) ?? study?.layers[0];
  if (layer) {
    showTheme(study, layer);
    draw();
    document.activeElement.blur();
  }
}

function isTheme(layer) {
  return layer.source === THEME;
}

function styleOf(layer) {
  return styles.get(layer.name) ?? layer.styles[0]?.name ?? '';
}

/** The theme that is shown and its study; undefined when there is none. */
function shownTheme() {
  return studies.flatMap(study => study.layers.map(layer => ({study, layer})))
    .find(({layer}) => isTheme(layer) && shown.has(layer.name));
}

/** The layers that are shown, the topmost first. */
function shownLayers() {
  return studies.flatMap(study => study.layers)
    .filter(layer => shown.has(layer.name))
    .sort((one, other) => BOTTOM_UP.indexOf(other.source) - BOTTOM_UP.indexOf(one.source));
}

function draw() {
  const layers = shownLayers();
  const bottomUp = layers.toReversed();
  pictures.setLayers(new ol.Collection(bottomUp.map(tilesOf)));
  queries.updateParams({
    LAYERS: bottomUp.map(layer => layer.name).join(','),
    STYLES: bottomUp.map(styleOf).join(','),
  });
  const study = shownTheme()?.study ?? studies[0];
  document.getElementById('study-title').textContent = study?.title ?? '';
  document.title = study ? `${study.title} – Microscape` : 'Microscape';
  document.getElementById('legend').replaceChildren(...layers.map(layer =>
    element('figure', {},
      element('img', {
        srcset: `${legendUrl(SERVICE, layer.name, styleOf(layer), language, PIXEL_RATIO)} ${PIXEL_RATIO}x`,
        alt: `${TEXTS[language].legend}: ${layer.title}`,
      }))));
}

/** A layer's tiles in the style that is chosen for it. */
function tilesOf(layer) {
  const name = [layer.name, styleOf(layer)].map(encodeURIComponent).join('/');
  const url = `${TILES}/${name}/WebMercatorQuad/{z}/{y}/{x}${PIXEL_RATIO > 1 ? '@2x' : ''}.png`;
  if (!tiles.has(url)) {
    const source = new ol.source.XYZ({url, tilePixelRatio: PIXEL_RATIO, maxZoom: FINEST_TILES, transition: 0});
    source.on('tileloaderror', () => report(new Error(layer.title)));
    source.on('tileloadend', clearReport);
    tiles.set(url, new ol.layer.Tile({source}));
  }
  return tiles.get(url);
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
  const url = queries.getFeatureInfoUrl(coordinate, map.getView().getResolution(), 'EPSG:3857', {
    INFO_FORMAT: 'application/json', QUERY_LAYERS: queried.toReversed().join(','), FEATURE_COUNT: MOST_FEATURES,
  });
  try {
    const found = await readFeatureInfo(url);
    // What lies around a space is of interest only where there is no space.
    const themes = new Set(shownLayers().filter(isTheme).map(layer => layer.name));
    if (found.features.some(feature => themes.has(feature.layer))) {
      found.features = found.features.filter(feature => themes.has(feature.layer));
    }
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
    ...layer.attributes.filter(attribute => isWorthARow(attribute, feature)).map(attribute => {
      const name = element('th', {
        scope: 'row', title: attribute.name, textContent: attribute.title[language] || attribute.name,
      });
      return element('tr', {}, name,
        element('td', {textContent: readable(feature.properties[attribute.name], attribute.unit)}));
    }));
}

/** Remarks say why other values are missing; where none is, there is nothing to say. */
function isWorthARow(attribute, feature) {
  return attribute.name !== 'remarks' || feature.properties.remarks;
}

function readable(value, unit) {
  if (value === null || value === undefined) {
    return TEXTS[language].absent;
  }
  if (typeof value === 'boolean') {
    return TEXTS[language][value ? 'yes' : 'no'];
  }
  const text = typeof value === 'number'
    ? value.toLocaleString('en', {maximumFractionDigits: Math.abs(value) >= 10 ? 2 : 4})
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
