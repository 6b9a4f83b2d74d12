//! The network: its framework, members, offices, reports and milestones.

use serde::{Deserialize, Serialize};

/// Numbers of projects by status, as a report gives them.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(
    feature = "host",
    derive(schemars::JsonSchema),
    serde(deny_unknown_fields)
)]
pub struct StatusCounts {
    /// All of them.
    pub total: u32,
    /// Not begun.
    pub planned: u32,
    /// Under way.
    pub ongoing: u32,
    /// Done.
    pub completed: u32,
}
