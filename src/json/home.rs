//! Reading what the front page shows below its map.

use super::records::record;
use super::{field, optional, FromJson, Tree, Walk};
use crate::model::cut_home::{HomeMilestone, HomeNumber, HomePage, HomeStory};

record!(HomePage { stories, milestones, changes, sources } or {});
record!(HomeStory { id, title, text, to } or { chart, numbers, sources });
record!(HomeNumber { value, label } or {});
record!(HomeMilestone { date, title, to, sources } or {});
