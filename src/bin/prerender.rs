//! Trunk's `post_build` hook: writes every page of the site as an HTML file with its full content, and the words of a large
//! corpus as files beside them.
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

    use rejoinder::document::{Asset, Template};
    use rejoinder::{Route, Site};

    pub(crate) fn run() -> Result<(), Box<dyn Error>> {
        let folder = env::var_os("TRUNK_STAGING_DIR")
            .map(PathBuf::from)
            .ok_or("TRUNK_STAGING_DIR is not set; this is a hook of Trunk's, call `trunk build`")?;
        let site = Site::embedded()?;
        let html = fs::read_to_string(folder.join("index.html"))?;
        let (glue, wasm) = (only(&folder, ".js")?, only(&folder, "_bg.wasm")?);
        let template =
            Template::new(html, &Asset { name: &glue.0, bytes: &glue.1 }, &Asset { name: &wasm.0, bytes: &wasm.1 })?;
        for route in Route::all(site.corpus()) {
            let file = folder.join(route.file(site.corpus()));
            fs::create_dir_all(file.parent().unwrap_or(&folder))?;
            fs::write(file, template.render(site, route))?;
        }
        for (name, bytes) in site.files()? {
            let file = folder.join(name);
            fs::create_dir_all(file.parent().unwrap_or(&folder))?;
            fs::write(file, bytes)?;
        }
        Ok(())
    }

    /// Name and content of the one file with this ending.
    fn only(folder: &Path, ending: &str) -> Result<(String, Vec<u8>), Box<dyn Error>> {
        let mut found = Vec::new();
        for entry in fs::read_dir(folder)? {
            found.extend(entry?.file_name().into_string().ok().filter(|name| name.ends_with(ending)));
        }
        match <[String; 1]>::try_from(found) {
            Ok([name]) => Ok((name.clone(), fs::read(folder.join(name))?)),
            Err(found) => Err(format!("{}: one file *{ending} expected, found {found:?}", folder.display()).into()),
        }
    }
}
