//! The cache: pictures drawn before, so that a second build does not draw them again.
//!
//! A picture is found by the hash of its SVG, in a folder that stands for the program that drew it:
//! another program may draw otherwise, and then the folder of the old one goes. A cache that cannot
//! be read or written costs time and nothing else.

use std::fs;
use std::path::{Path, PathBuf};
use std::time::UNIX_EPOCH;

use sha2::{Digest, Sha256};

/// Where pictures are kept; nowhere when there is no place for them.
pub struct Cache(Option<PathBuf>);

impl Cache {
    /// The cache of this program below `folder`, which must exist: `target/` in a checkout.
    #[must_use]
    pub fn open(folder: &Path) -> Self {
        let Some(program) = program().filter(|_| folder.is_dir()) else {
            return Self(None);
        };
        let all = folder.join("pictures");
        let own = all.join(program);
        if !own.is_dir() {
            fs::remove_dir_all(&all).ok();
            fs::create_dir_all(&own).ok();
        }
        Self(own.is_dir().then_some(own))
    }

    /// The picture of `svg`: as it was drawn before, else as `draw` draws it now.
    ///
    /// # Errors
    ///
    /// Those of `draw`.
    pub fn get<E>(
        &self,
        svg: &str,
        draw: impl FnOnce() -> Result<Vec<u8>, E>,
    ) -> Result<Vec<u8>, E> {
        let Some(folder) = &self.0 else { return draw() };
        let path = folder.join(format!("{:x}.png", Sha256::digest(svg)));
        if let Ok(picture) = fs::read(&path) {
            return Ok(picture);
        }
        let picture = draw()?;
        // Whole or not at all: another build may read at the same time.
        let part = path.with_extension(format!("{}.part", std::process::id()));
        if fs::write(&part, &picture).is_ok() {
            fs::rename(&part, &path).ok();
        }
        Ok(picture)
    }
}

/// What tells this program from an earlier build of it: its size and when it was written.
fn program() -> Option<String> {
    let file = fs::metadata(std::env::current_exe().ok()?).ok()?;
    let written = file.modified().ok()?.duration_since(UNIX_EPOCH).ok()?;
    Some(format!("{}-{}", file.len(), written.as_nanos()))
}

#[cfg(test)]
mod tests {
    use super::*;

    type Drawn = Result<Vec<u8>, &'static str>;

    fn never() -> Drawn {
        Err("drawn again")
    }

    #[test]
    fn a_picture_is_drawn_once_and_each_svg_has_its_own() {
        let folder = std::env::temp_dir().join(format!("atlas-pictures-{}", std::process::id()));
        fs::create_dir_all(folder.join("pictures").join("of-another-program")).unwrap();
        let cache = Cache::open(&folder);
        assert!(!folder.join("pictures").join("of-another-program").exists());
        assert_eq!(cache.get("a", || Drawn::Ok(vec![1])), Ok(vec![1]));
        assert_eq!(cache.get("a", never), Ok(vec![1]));
        assert_eq!(Cache::open(&folder).get("a", never), Ok(vec![1]));
        assert_eq!(cache.get("b", never), Err("drawn again"));
        assert_eq!(cache.get("b", || Drawn::Ok(vec![2])), Ok(vec![2]));
        fs::remove_dir_all(&folder).unwrap();
        // Without its folder it draws each time.
        assert_eq!(cache.get("a", || Drawn::Ok(vec![3])), Ok(vec![3]));
        let none = Cache::open(&folder);
        assert_eq!(none.get("a", never), Err("drawn again"));
    }
}
