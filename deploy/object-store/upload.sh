#!/bin/sh
# Copies a built site to an object store that speaks S3:
#   sh deploy/object-store/upload.sh dist s3://bucket
# Another store than Amazon's: set AWS_ENDPOINT_URL. Order: first what nobody refers to yet, then what refers to it,
# so that a reader in the middle sees the old release or the new one. Nothing is deleted: open pages still ask for
# files of the release before. Tested in tests/e2e/object-store.spec.mjs, with a stand-in for `aws`.
set -eu

dist=${1:?the folder of the built site}
bucket=${2:?the place in the store, such as s3://bucket or s3://bucket/so/cong}

type_of() {
  case $1 in
    html | css | csv) echo "text/$1; charset=utf-8" ;;
    js) echo 'text/javascript; charset=utf-8' ;;
    txt) echo 'text/plain; charset=utf-8' ;;
    json | xml) echo "application/$1; charset=utf-8" ;;
    webmanifest) echo 'application/manifest+json; charset=utf-8' ;;
    wasm | pdf) echo "application/$1" ;;
    svg) echo 'image/svg+xml' ;;
    jpg) echo 'image/jpeg' ;;
    ico) echo 'image/x-icon' ;;
    woff2) echo 'font/woff2' ;;
    *) echo "image/$1" ;;
  esac
}

# put FOLDER NAME ENDING CACHE [FILTER…]: the files of a kind below a folder, plain and in their packed forms.
put() {
  folder=$1 name=$2 ending=$3 cache=$4
  shift 4
  copy '' "$@"
  copy .br "$@" --content-encoding br
  copy .gz "$@" --content-encoding gzip
}

copy() {
  form=$1
  shift
  [ -n "$(find "$dist$folder" -path "$dist$folder/$name.$ending$form" | head -n 1)" ] || return 0
  aws s3 cp "$dist$folder" "$bucket$folder" --recursive --only-show-errors \
    --exclude '*' --include "$name.$ending$form" "$@" \
    --content-type "$(type_of "$ending")" --cache-control "$cache"
}

# All that these two folders hold has a hash in its name.
for ending in js css wasm json svg png jpg webp avif ico woff2 webmanifest; do
  put /assets '*' "$ending" 'public, max-age=31536000, immutable'
  put /content '*' "$ending" 'public, max-age=31536000, immutable'
done

# Files to take away, lists and pictures by their plain names.
for ending in csv json txt xml pdf svg png jpg webp avif ico webmanifest; do
  put '' '*' "$ending" no-cache --exclude 'assets/*' --exclude 'content/*'
done

# The pages; those for what is missing are never kept.
put '' '*' html no-cache --exclude '*404.html*'
put '' '404' html no-store
put '' '*/404' html no-store

# Last the worker: from now on browsers that come back fetch the new release.
put '' '*' js no-cache --exclude '*/*'
