// Stands in every page and runs before anything is drawn, so that nothing has to move or change colour later:
// the reader's colours and text size, room for the answers to a question in the address, and what is to be open.
(function () {
  'use strict';
  var root = document.documentElement;
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
