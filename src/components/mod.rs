//! Parts that pages share.

pub mod atlas_map;
pub mod cite;
pub mod counted;
pub mod edition;
pub mod embed;
pub mod facts;
pub mod figure;
pub mod filters;
pub mod finder;
pub mod grip;
pub mod live;
pub mod map;
pub mod more;
pub mod part;
pub mod program;
pub mod reader_table;
pub mod readout;
pub mod shell;
#[cfg(feature = "csr")]
pub mod standing;
pub mod state;
pub mod take;
pub mod timeline;
pub mod told;
pub mod walk;
