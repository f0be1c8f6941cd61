// Stands in every page and runs before anything is drawn, so that nothing has to move or change colour later:
// the reader's colours and text size, room for the answers to a question in the address, and what is to be open.
// Before that it asks for the program, beside the start-up script and not behind it; a page can be read without either.
(function () {
  'use strict';
  var root = document.documentElement;
  var boot = document.getElementById('boot').dataset;
  function soon(rel, href, integrity) {
    var link = document.createElement('link');
    link.rel = rel;
    if (integrity) {
      link.as = 'fetch';
      link.crossOrigin = 'anonymous';
      link.integrity = integrity;
    }
    link.setAttribute('fetchpriority', 'low');
    link.href = href;
    document.head.appendChild(link);
  }
  // As in boot.js: a module that is valid where reference types and bulk memory exist. What cannot run is not fetched.
  var PROBE = [0, 97, 115, 109, 1, 0, 0, 0, 1, 4, 1, 96, 0, 0, 3, 2, 1, 0, 5, 3, 1, 0, 1, 10, 17, 1, 15, 0, 208, 111, 26, 65, 0, 65, 0, 65, 0, 252, 10, 0, 0, 11];
  if (typeof WebAssembly === 'object' && WebAssembly.validate(new Uint8Array(PROBE))) {
    soon('modulepreload', boot.js);
    soon('preload', boot.wasm, boot.integrity);
  }
  var address = new URLSearchParams(location.search);
  function kept(key, valid) {
    try {
      var value = localStorage.getItem('buoc-so.' + key);
      return valid.test(value) ? value : '';
    } catch (error) { return ''; }
  }
  var theme = kept('theme', /^(light|dark)$/);
  var text = kept('text', /^(130|150|200)$/);
  if (theme) root.dataset.theme = theme;
  if (text) root.dataset.text = text;
  if (address.get('q')) root.dataset.asked = 'true';
  var LENS = /^(student|official|business)$/;
  var lens = address.get('ai');
  lens = lens ? (LENS.test(lens) ? lens : '') : kept('lens', LENS);
  if (!lens && !location.search) return;
  function open() {
    if (lens) document.querySelectorAll('details[data-lens="' + lens + '"]').forEach(function (fold) { fold.open = true; });
    address.forEach(function (value, name) {
      var field = document.querySelector('#content details [name="' + CSS.escape(name) + '"]');
      if (field) field.closest('details').open = true;
    });
  }
  var reading = new MutationObserver(open);
  reading.observe(root, { childList: true, subtree: true });
  document.addEventListener('DOMContentLoaded', function () { reading.disconnect(); });
})();
