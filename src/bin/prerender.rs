//! Trunk's `post_build` hook: writes every page of the site as an HTML file with its full content, one style sheet for all of
//! them, the site as one file, or the words of a large corpus as files beside the pages, and what keeps the site for readers without a
//! network.
//!
//! Works in the folder that `TRUNK_STAGING_DIR` names, on what Trunk has put there.

fn main() -> std::process::ExitCode {
    #[cfg(not(target_arch = "wasm32"))]
    if let Err(error) = native::run() {
        eprintln!("prerender: {error}");
        return std::process::ExitCode::FAILURE;
    }
    std::process::ExitCode::SUCCESS
}

#[cfg(not(target_arch = "wasm32"))]
mod native {
    use std::error::Error;
    use std::path::{Path, PathBuf};
    use std::{env, fs};

    use rejoinder::document::{
        Address, Asset, Installed, OFFLINE, Offline, Parts, Program, SHELL, SITE, Template, WORKER, hashed, installed,
        one_file, retired, sheets, terse, with_one_sheet, worker_script,
    };
    use rejoinder::{ONE_FILE, Route, Site};

    pub(crate) fn run() -> Result<(), Box<dyn Error>> {
        let folder = env::var_os("TRUNK_STAGING_DIR")
            .map(PathBuf::from)
            .ok_or("TRUNK_STAGING_DIR is not set; this is a hook of Trunk's, call `trunk build`")?;
        let site = Site::embedded()?;
        let html = fs::read_to_string(folder.join("index.html"))?;
        let mut style = String::new();
        for sheet in sheets(&html).map(|name| folder.join(name)) {
            style += &terse(&fs::read_to_string(&sheet)?);
            fs::remove_file(sheet)?;
        }
        let (sheet, html) = with_one_sheet(&html, &style);
        let [worker, named] = worker(&folder, "exporter")?;
        let app = [only(&folder, "rejoinder-", ".js")?, only(&folder, "rejoinder-", "_bg.wasm")?];
        let icon = only(&folder, "icon-", ".svg")?;
        let Installed { html, icons, manifest } = installed(site, &html, &icon)?;
        let address = env::var(SITE).ok().map(|typed| Address::parse(&typed)).transpose()?;
        if address.is_none() {
            println!(
                "{SITE} does not say where the site will be: no canonical addresses, sitemap, pictures for links."
            );
        }
        let is_kept = env::var_os(OFFLINE).is_none_or(|said| said != "no");
        let template = Template::new(html, &program(&app), &named[0].0)?.at(address);
        let template = if is_kept { template.kept() } else { template };
        let mut write = |name: &str, bytes: &[u8]| {
            let file = folder.join(name);
            fs::create_dir_all(file.parent().unwrap_or(&folder))?;
            fs::write(file, bytes)
        };
        let fetched = site.files()?;
        if fetched.is_empty() {
            let parts = Parts { style: &style, icon: &icon.1, app: program(&app), exporter: program(&worker) };
            let document =
                one_file(site, &parts).ok_or("wasm-bindgen's scripts have another form than one file needs")?;
            write(ONE_FILE, document.as_bytes())?;
        }

        write(&manifest.0, &manifest.1)?;
        let mut offline = Offline::default();
        for (name, bytes) in app.iter().chain([&icon]) {
            offline.keep(name, bytes);
        }
        for (name, bytes) in named.into_iter().chain(icons).chain([(sheet, style.into_bytes())]) {
            write(&name, &bytes)?;
            offline.keep(&name, &bytes);
        }
        for route in Route::all(site.corpus()) {
            let html = template.render(site, route);
            write(&route.file(site.corpus()), html.as_bytes())?;
            offline.keep_page(site, route, &html);
        }
        for (name, bytes) in fetched {
            write(&name, bytes)?;
            offline.keep_when_read(&name);
        }
        if is_kept {
            let shell = template.shell(site);
            write(SHELL, shell.as_bytes())?;
            offline.keep(SHELL, shell.as_bytes());
        }
        write(WORKER, if is_kept { offline.worker() } else { retired().into() }.as_bytes())?;
        write(export::SCHEMA_FILE, export::SCHEMA.as_bytes())?;
        template.publish(site, &mut write)?;
        Ok(())
    }

    /// A file's name and content.
    type File = (String, Vec<u8>);

    fn program([glue, wasm]: &[File; 2]) -> Program<'_> {
        Program { glue: Asset { name: &glue.0, bytes: &glue.1 }, wasm: Asset { name: &wasm.0, bytes: &wasm.1 } }
    }

    /// Takes the files of a worker away, whose names have no hash as Trunk wrote them: its script and its WebAssembly as they
    /// were, and as they are to be written.
    fn worker(folder: &Path, name: &str) -> Result<[[File; 2]; 2], Box<dyn Error>> {
        let take = |name: String| -> Result<File, Box<dyn Error>> {
            let path = folder.join(&name);
            let bytes = fs::read(&path)?;
            fs::remove_file(path)?;
            Ok((name, bytes))
        };
        let (glue, wasm) = (take(format!("{name}.js"))?, take(format!("{name}_bg.wasm"))?);
        let hashed_wasm = (hashed(name, &wasm.1, "_bg.wasm"), wasm.1.clone());
        let script =
            worker_script(str::from_utf8(&glue.1)?, &Asset { name: &hashed_wasm.0, bytes: &wasm.1 }).into_bytes();
        let hashed_script = (hashed(name, &script, ".js"), script);
        Ok([[glue, wasm], [hashed_script, hashed_wasm]])
    }

    /// Name and content of the one file that begins and ends so.
    fn only(folder: &Path, start: &str, end: &str) -> Result<File, Box<dyn Error>> {
        let mut found = Vec::new();
        for entry in fs::read_dir(folder)? {
            let name = entry?.file_name().into_string().ok();
            found.extend(name.filter(|name| name.starts_with(start) && name.ends_with(end)));
        }
        match <[String; 1]>::try_from(found) {
            Ok([name]) => Ok((name.clone(), fs::read(folder.join(name))?)),
            Err(found) => Err(format!("{}: one file {start}*{end} expected, found {found:?}", folder.display()).into()),
        }
    }
}
