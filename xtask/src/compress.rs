//! Brotli and gzip forms beside each file, as strong as they get, made once per build.

use crate::run::{Failure, Result, at, fail};
use brotli::enc::BrotliEncoderParams;
use flate2::{Compression, write::GzEncoder};
use std::fs;
use std::io::{self, Write};
use std::path::{Path, PathBuf};
use std::sync::atomic::{AtomicUsize, Ordering};
use std::thread;

const KINDS: [&str; 10] =
    ["html", "js", "css", "csv", "wasm", "json", "svg", "txt", "xml", "webmanifest"];

/// Compresses what `folder` holds; returns how many files were worth it.
pub fn folder(folder: &Path) -> Result<usize> {
    let mut files = files_below(folder)?;
    files.retain(|file| KINDS.iter().any(|kind| file.extension().is_some_and(|e| e == *kind)));
    // The heaviest first, so that no thread is left alone with it at the end.
    files.sort_by_key(|file| std::cmp::Reverse(fs::metadata(file).map_or(0, |about| about.len())));
    let next = AtomicUsize::new(0);
    let work = || {
        let mut made = 0;
        while let Some(file) = files.get(next.fetch_add(1, Ordering::Relaxed)) {
            made += usize::from(one(file)?);
        }
        Ok(made)
    };
    let n_threads = thread::available_parallelism().map_or(1, usize::from);
    thread::scope(|scope| {
        let threads = (0..n_threads).map(|_| scope.spawn(work)).collect::<Vec<_>>();
        threads
            .into_iter()
            .map(|thread| thread.join().unwrap_or_else(|_| fail("Compression stopped.")))
            .sum()
    })
}

/// Writes the packed forms of one file; whether any was worth it.
pub fn one(file: &Path) -> Result<bool> {
    let plain = fs::read(file).map_err(at(file))?;
    let in_memory = |error: io::Error| Failure(format!("`{}`: {error}.", file.display()));
    let forms =
        [("br", brotli(&plain).map_err(in_memory)?), ("gz", gzip(&plain).map_err(in_memory)?)];
    let mut made = false;
    for (extension, packed) in forms {
        let path = beside(file, extension);
        if packed.len() < plain.len() {
            fs::write(&path, packed).map_err(at(&path))?;
            made = true;
        } else if path.exists() {
            fs::remove_file(&path).map_err(at(&path))?;
        }
    }
    Ok(made)
}

/// As strong as it gets.
pub fn brotli(plain: &[u8]) -> io::Result<Vec<u8>> {
    let params = BrotliEncoderParams {
        quality: 11,
        lgwin: 22,
        size_hint: plain.len(),
        ..BrotliEncoderParams::default()
    };
    let mut packed = Vec::new();
    brotli::BrotliCompress(&mut &plain[..], &mut packed, &params)?;
    Ok(packed)
}

fn gzip(plain: &[u8]) -> io::Result<Vec<u8>> {
    let mut encoder = GzEncoder::new(Vec::new(), Compression::best());
    encoder.write_all(plain)?;
    encoder.finish()
}

/// `name.ext` becomes `name.ext.br`.
pub fn beside(file: &Path, extension: &str) -> PathBuf {
    let mut name = file.as_os_str().to_owned();
    name.push(".");
    name.push(extension);
    name.into()
}

/// Every file below `folder`, in order of path.
pub fn files_below(folder: &Path) -> Result<Vec<PathBuf>> {
    let mut files = Vec::new();
    let mut folders = vec![PathBuf::from(folder)];
    while let Some(folder) = folders.pop() {
        for entry in fs::read_dir(&folder).map_err(at(&folder))? {
            let path = entry.map_err(at(&folder))?.path();
            if path.is_dir() { folders.push(path) } else { files.push(path) }
        }
    }
    files.sort();
    Ok(files)
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::io::Read;

    #[test]
    fn both_forms_unpack_to_the_plain_words() {
        let plain = "chuyển đổi số ".repeat(200).into_bytes();
        let mut text = Vec::new();
        brotli::BrotliDecompress(&mut &brotli(&plain).unwrap()[..], &mut text).unwrap();
        assert_eq!(text, plain);
        text.clear();
        flate2::read::GzDecoder::new(&gzip(&plain).unwrap()[..]).read_to_end(&mut text).unwrap();
        assert_eq!(text, plain);
    }
}
