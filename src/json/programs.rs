//! The fields of the files about partner programmes.

use super::records::record;
use super::{field, optional, FromJson, Tree, Walk};
use crate::model::cut_programs::{
    Partner, PartnerPage, ProgramEntry, ProgramIndex, ProgramMark, ProgramPage, ProgramPlace,
    RelatedProgram,
};

record!(ProgramIndex { programs, partners, places } or {});
record!(ProgramEntry { id, name, partner, partner_name, kind, start, countries } or {
    end, cities, focus, milestones
});
record!(ProgramMark { date, title } or {});
record!(Partner { id, name } or {});
record!(ProgramPlace { id, name, country, member } or {});
record!(ProgramPage { program, partner, places, related, sources } or {});
record!(RelatedProgram { id, name, start, same_partner } or { end, cities, focus });
record!(PartnerPage { partner, programs, places, sources } or {});
