// Opens an XForm in ODK Web Forms' engine under Node, where the engine expects a browser: a document from jsdom, and no sign of Node
// (its parser of expressions would otherwise look for files beside it).
import { JSDOM } from 'jsdom';

const { window } = new JSDOM('<x/>', { contentType: 'text/xml' });
for (const name of Object.getOwnPropertyNames(window)) {
  if (/^(DOMParser|XML|Node|Element|Document|XPath|Attr|Text|Comment|CharacterData|File|Blob|FormData)/.test(name) && window[name]) {
    globalThis[name] = window[name];
  }
}
globalThis.window = window;
globalThis.document = window.document;
Object.defineProperty(process.versions, 'node', { value: undefined, configurable: true });
const engine = await import('@getodk/xforms-engine');
const state = { instance: { stateFactory: (value) => value } };

// The form: what the instance holds, its binds, its body, and lists of choices.
export const form = (fields, binds, body, lists = '') => `<?xml version="1.0"?>
<h:html xmlns="http://www.w3.org/2002/xforms" xmlns:h="http://www.w3.org/1999/xhtml" xmlns:jr="http://openrosa.org/javarosa"
 xmlns:orx="http://openrosa.org/xforms" xmlns:odk="http://www.opendatakit.org/xforms"><h:head><h:title>Form</h:title><model>
<instance><data id="form">${fields}<orx:meta><orx:instanceID/></orx:meta></data></instance>${lists}${binds}
<bind nodeset="/data/orx:meta/orx:instanceID" type="string" preload="uid"/></model></h:head><h:body>${body}</h:body></h:html>`;

export const open = async (xml) => (await engine.createInstance(xml, state)).root;

// Opens a stored submission again, as an editor of submissions does.
export const reopen = async (xml, fields) => (await engine.editInstance(xml, {
  inputType: 'FORM_INSTANCE_INPUT_RESOLVABLE',
  attachments: [],
  resolveInstance: async () => `<data xmlns:orx="http://openrosa.org/xforms" id="form">${fields}
<orx:meta><orx:instanceID>uuid:1</orx:instanceID></orx:meta></data>`,
}, state)).root;

// What would be sent, without the metadata.
export const sent = (root) => root.instanceState.instanceXML.replace(/.*?<data[^>]*>/, '').replace(/<orx:meta.*/, '');

export const node = (parent, reference) => parent.currentState.reference === reference
  ? parent
  : (parent.currentState.children ?? []).map((child) => node(child, reference)).find(Boolean);
