//! Makes the programs small: `wasm-opt`, short names between WebAssembly and JavaScript, `esbuild`.
//!
//! wasm-bindgen names each door between the two with a hash of sixteen digits. Nobody reads
//! them and no compression shortens them, so both sides take the short names that wasm-opt gives.

use crate::compress::files_below;
use crate::run::{Failure, Result, Workspace, announce, at, fail, run};
use std::collections::HashMap;
use std::fs;
use std::path::{Path, PathBuf};

const OPTIONS: [&str; 11] = [
    "-Oz",
    "--strip-producers",
    "--strip-target-features",
    "--enable-reference-types",
    "--enable-bulk-memory",
    "--enable-bulk-memory-opt",
    "--enable-nontrapping-float-to-int",
    "--enable-sign-ext",
    "--enable-mutable-globals",
    "--enable-multivalue",
    "--minify-imports-and-exports-and-modules",
];

/// Every program in this folder: `name_bg.wasm` with its `name.js`.
pub fn programs(workspace: &Workspace, folder: &Path) -> Result {
    let files = files_below(folder)?;
    let mut scripts = Vec::new();
    for wasm in &files {
        let name = wasm.file_name().and_then(|name| name.to_str()).unwrap_or("");
        if let Some(name) = name.strip_suffix("_bg.wasm") {
            let script = wasm.with_file_name(format!("{name}.js"));
            program(workspace, wasm, &script)?;
            scripts.push(script);
        }
    }
    let mut esbuild = workspace.command("esbuild", &["--minify", "--allow-overwrite"]);
    esbuild.args(["--format=esm", "--log-level=error", "--outdir=."]).current_dir(folder);
    scripts.iter().filter_map(|script| script.file_name()).for_each(|name| {
        esbuild.arg(name);
    });
    run("Minify the programs' JavaScript (esbuild)", &mut esbuild)
}

fn program(workspace: &Workspace, wasm: &PathBuf, script: &PathBuf) -> Result {
    announce(&format!("Make {} small (wasm-opt)", wasm.display()));
    let mut command = workspace.command("wasm-opt", &OPTIONS);
    command.arg(wasm).arg("-o").arg(wasm);
    let output = command.output().map_err(|error| Failure(format!("`wasm-opt`: {error}.")))?;
    if !output.status.success() {
        return fail(format!("`wasm-opt` failed: {}", String::from_utf8_lossy(&output.stderr)));
    }
    let names = Names::read(&String::from_utf8_lossy(&output.stdout));
    let glue = fs::read_to_string(script).map_err(at(script))?;
    let (glue, n_renamed) = names.apply(&glue);
    if n_renamed < names.imports.len() {
        return fail(format!(
            "`{}` lacks names that its WebAssembly imports: has wasm-bindgen changed its form?",
            script.display()
        ));
    }
    fs::write(script, glue).map_err(at(script))
}

/// Short names by long ones.
#[derive(Default)]
struct Names {
    modules: HashMap<String, String>,
    imports: HashMap<String, String>,
    exports: HashMap<String, String>,
}

impl Names {
    /// What wasm-opt prints: `["module", "long", "short"]` lines, then `["long", "short"]`.
    fn read(list: &str) -> Self {
        let mut names = Self::default();
        for line in list.lines() {
            let quoted: Vec<&str> = line.split('"').skip(1).step_by(2).collect();
            match *quoted.as_slice() {
                [module, long, short] => {
                    // The pass gives every module this name.
                    names.modules.insert(module.into(), "a".into());
                    names.imports.insert(long.into(), short.into());
                }
                [long, short] => {
                    names.exports.insert(long.into(), short.into());
                }
                _ => {}
            }
        }
        names
    }

    /// The script with short names, and how many imports it names.
    fn apply(&self, script: &str) -> (String, usize) {
        let is_name = |c: char| c.is_ascii_alphanumeric() || matches!(c, '_' | '$');
        let (mut out, mut rest, mut n_renamed) = (String::with_capacity(script.len()), script, 0);
        while let Some(start) = rest.find(is_name) {
            let (before, from) = rest.split_at(start);
            out.push_str(before);
            let (word, after) = from.split_at(from.find(|c| !is_name(c)).unwrap_or(from.len()));
            rest = after;
            let is_export = out.ends_with("wasm.") || out.ends_with("exports.");
            let short = if is_export {
                self.exports.get(word)
            } else if after.starts_with(':') {
                self.imports.get(word).inspect(|_| n_renamed += 1)
            } else {
                None
            };
            out.push_str(short.map_or(word, String::as_str));
        }
        out.push_str(rest);
        for (long, short) in &self.modules {
            out = out.replace(&format!("\"{long}\""), &format!("\"{short}\""));
        }
        (out, n_renamed)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const LIST: &str = "{\n\"imports\": [\n [\"./a_bg.js\", \"__wbg_get_0123\", \"$\"]\n ],\n\
                        \"exports\": [\n [\"memory\", \"b\"],\n [\"main\", \"c\"]\n ]\n}";

    #[test]
    fn both_sides_take_the_short_names() {
        let script = "const i = { __wbg_get_0123: function(memory) { return wasm.memory; } };\n\
                      return { \"./a_bg.js\": i }; function main() { wasm.main(); }";
        let (short, n_renamed) = Names::read(LIST).apply(script);
        assert_eq!(
            short,
            "const i = { $: function(memory) { return wasm.b; } };\n\
             return { \"a\": i }; function main() { wasm.c(); }"
        );
        assert_eq!(n_renamed, 1);
    }

    #[test]
    fn a_script_without_the_names_is_noticed() {
        assert_eq!(Names::read(LIST).apply("const other = 1;").1, 0);
    }
}
