// What an object store cannot do, done at the edge before it is asked (CloudFront Functions; other CDNs are alike):
// the page of a folder, the missing last slash, and the packed form that the browser takes.
// Set BASE to the folder of the site, such as '/so/cong/'. Tested in tests/e2e/object-store.spec.mjs.
var BASE = '/';
var PACKED = /\.(html|js|css|csv|wasm|json|svg|xml|webmanifest)$/;

function query(parts) {
  var words = [];
  Object.keys(parts).forEach(function (name) {
    (parts[name].multiValue || [parts[name]]).forEach(function (part) {
      words.push(part.value === '' ? name : name + '=' + part.value);
    });
  });
  return words.length ? '?' + words.join('&') : '';
}

function handler(event) {
  var request = event.request;
  var path = request.uri;
  // Plain names only: `//elsewhere` and `/\elsewhere` must not become an address.
  if (/^(\/[0-9A-Za-z_.-]+)*\/[0-9A-Za-z_-]+$/.test(path) && (path + '/').indexOf(BASE) === 0) {
    return {
      statusCode: 301,
      statusDescription: 'Moved Permanently',
      headers: { location: { value: path + '/' + query(request.querystring) }, 'cache-control': { value: 'no-store' } },
    };
  }
  if (path.charAt(path.length - 1) === '/') path += 'index.html';
  var accepted = request.headers['accept-encoding'] ? request.headers['accept-encoding'].value : '';
  if (PACKED.test(path)) {
    if (/\bbr\b(?!\s*;\s*q=0(\.0*)?\s*(,|$))/.test(accepted)) path += '.br';
    else if (/\bgzip\b(?!\s*;\s*q=0(\.0*)?\s*(,|$))/.test(accepted)) path += '.gz';
  }
  request.uri = path;
  return request;
}
