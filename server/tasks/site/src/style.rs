//! The style sheet: one of many, without what only people read.

use std::path::Path;

use lightningcss::bundler::{Bundler, FileProvider};
use lightningcss::printer::PrinterOptions;
use lightningcss::stylesheet::{MinifyOptions, ParserOptions};

/// Follows the imports of a style sheet and writes all of it small. What it does not understand is refused, with its
/// place: a browser would pass over it in silence.
pub(crate) fn bundle(main: &Path) -> Result<String, String> {
    let files = FileProvider::new();
    let mut bundler = Bundler::new(&files, None, ParserOptions::default());
    let mut sheet = bundler.bundle(main).map_err(|error| format!("{}: {error}", main.display()))?;
    sheet.minify(MinifyOptions::default()).map_err(|error| error.to_string())?;
    let printed = sheet.to_css(PrinterOptions { minify: true, ..PrinterOptions::default() });
    Ok(printed.map_err(|error| error.to_string())?.code)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn bundled(main: &str, other: &str) -> Result<String, String> {
        let folder = tempfile::tempdir().unwrap();
        std::fs::write(folder.path().join("main.css"), main).unwrap();
        std::fs::write(folder.path().join("other.css"), other).unwrap();
        bundle(&folder.path().join("main.css"))
    }

    #[test]
    fn many_style_sheets_become_one_and_keep_their_layers() {
        let css =
            bundled("@layer first, second;\n@import 'other.css' layer(second);", "p { margin: 0px; & b { top: 0 } }");
        assert_eq!(css.unwrap(), "@layer first;@layer second{p{margin:0;& b{top:0}}}");
    }

    #[test]
    fn a_style_sheet_with_a_mistake_is_refused() {
        assert!(bundled("@import 'nowhere.css';", "").is_err());
        assert!(bundled("@import 'other.css';", "p { color: }} a").is_err());
    }
}
