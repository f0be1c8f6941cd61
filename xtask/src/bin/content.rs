//! The content checker and the schema files, for those who write the words.

use buoc_so::domain::check::{self, MessageLang, Severity};
use buoc_so::domain::library::Files;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::ExitCode;
use xtask::arguments::Arguments;
use xtask::compress::files_below;
use xtask::run::{Failure, Result, Workspace, at, fail};

const FOLDER: &str = "public/content";

fn main() -> ExitCode {
    match start(Arguments::new(std::env::args().skip(1).collect())) {
        Ok(()) => ExitCode::SUCCESS,
        Err(failure) => {
            if !failure.0.is_empty() {
                eprintln!("{failure}");
            }
            ExitCode::FAILURE
        }
    }
}

fn start(mut arguments: Arguments) -> Result {
    let workspace = Workspace::find()?;
    if arguments.command().is_some_and(|command| command == "schema") {
        return schema(&workspace);
    }
    let lang = message_lang(arguments.value("--lang")?.as_deref())?;
    let folder = arguments.word().map_or_else(|| workspace.path(FOLDER), PathBuf::from);
    check(&folder, lang)
}

/// Prints every problem of the folder, then the counts; errors are a failure, warnings are not.
fn check(folder: &Path, lang: MessageLang) -> Result {
    let (files, strangers) = read(folder)?;
    for Stranger { file, line } in &strangers {
        println!("{}\n", words(lang).replace("{place}", &format!("{file}:{line}:1")));
    }
    let report = check::check(&files);
    print!("{}", report.text(lang));
    if strangers.is_empty() && report.count(Severity::Error) == 0 {
        return Ok(());
    }
    // The report's own last line says how many there are.
    Err(Failure(String::new()))
}

/// `vi` or `en`: the language of the messages.
fn message_lang(code: Option<&str>) -> Result<MessageLang> {
    match code {
        None | Some("vi") => Ok(MessageLang::Vietnamese),
        Some("en") => Ok(MessageLang::English),
        Some(code) => fail(format!(
            "`{code}` is not a language of the checker: write `--lang vi` or `--lang en`."
        )),
    }
}

/// A file whose bytes are not UTF-8 from this line on.
struct Stranger {
    file: String,
    line: usize,
}

fn words(lang: MessageLang) -> &'static str {
    match lang {
        MessageLang::Vietnamese => {
            "{place}: lỗi: tệp không lưu bằng UTF-8\n  Vì sao: chữ có dấu sẽ hiện sai.\n  Cách sửa: mở tệp, chọn Lưu thành (Save as), chọn bảng mã UTF-8."
        }
        MessageLang::English => {
            "{place}: error: the file is not saved as UTF-8\n  Why: letters with marks would come out wrong.\n  How to fix: open the file and save it with the encoding UTF-8."
        }
    }
}

/// All JSON files below the folder; strangers are among them, their lost letters replaced.
fn read(folder: &Path) -> Result<(Files, Vec<Stranger>)> {
    if !folder.join("index.json").is_file() {
        return fail(format!(
            "`{}` holds no content (no index.json): give the folder, as in `cargo xtask content check {FOLDER}`.",
            folder.display()
        ));
    }
    let (mut files, mut strangers) = (Files::new(), Vec::new());
    for path in files_below(folder)? {
        if path.extension().is_none_or(|extension| extension != "json") {
            continue;
        }
        let bytes = fs::read(&path).map_err(at(&path))?;
        let name = path.strip_prefix(folder).unwrap_or(&path).to_string_lossy().replace('\\', "/");
        if let Err(error) = std::str::from_utf8(&bytes) {
            let good = bytes.get(..error.valid_up_to()).unwrap_or_default();
            let line = 1 + good.iter().filter(|byte| **byte == b'\n').count();
            strangers.push(Stranger { file: name.clone(), line });
        }
        files.insert(name, String::from_utf8_lossy(&bytes).into_owned());
    }
    Ok((files, strangers))
}

/// Writes what lets an editor's program complete and underline while somebody types.
fn schema(workspace: &Workspace) -> Result {
    let folder = PathBuf::from("docs/schema");
    let mut files = check::schemas();
    let n_schemas = files.len();
    for (name, _) in &mut files {
        *name = folder.join(&*name).to_string_lossy().into_owned();
    }
    files.push((".vscode/settings.json".into(), check::editor_settings()));
    for (name, text) in files {
        let path = workspace.path(name);
        if let Some(parent) = path.parent() {
            fs::create_dir_all(parent).map_err(at(parent))?;
        }
        fs::write(&path, text).map_err(at(&path))?;
    }
    println!("{n_schemas} schemas written to {}, and .vscode/settings.json", folder.display());
    Ok(())
}
