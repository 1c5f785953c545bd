//! What belongs to pages and is none: the style sheet, the icons, the islands.

use web::Assets;

/// Where the browser finds them.
pub(crate) fn assets() -> Assets {
    Assets::default()
}
