//! The fields of the types of the network.

use super::records::{names, record};
use super::{field, optional, FromJson, Tree, Walk};
use crate::model::cut_network::{
    DocumentShown, DocumentsPage, FigureShown, Linked, MeetingPage, MemberShown, MembersOfYear,
    NetworkPage, NetworkShown, OtherValue, PresentationShown, PresentedShown, RecordShown, Titled,
    Use,
};
use crate::model::{
    Delegation, DiscussionTopic, DocumentKind, FocusAreaInfo, Framework, FrameworkPart,
    NetworkMilestone, NetworkMilestoneKind, Statement, TermsOfReference,
};

record!(NetworkPage {
    framework, focus_areas, terms_of_reference, members, cities, representatives, chairs, shepherds,
    milestones, conflicts, sources
} or {});
record!(Framework {
    title, endorsed, adopted, binding, summary, outcomes, urban_systems, enablers, aims,
    partnerships_2018, sources
} or {});
record!(FrameworkPart { id, name } or {});
record!(FocusAreaInfo { id, name, summary, sources } or {});
record!(TermsOfReference { title, adopted, noted_by_leaders, points, sources } or {});
record!(MembersOfYear { year, before, joined, sources } or { note });
record!(MemberShown { id, name, country, joined, sources } or { officers });
record!(NetworkMilestone { id, date, title, kind, summary, sources } or {
    end, place, country, number, cities, part_of, decisions, topics
});
record!(DiscussionTopic { focus, sources } or {});
record!(MeetingPage { milestone, sources } or { cities, decided, part_of, before, after, record });
record!(Titled { id, title } or { date });
record!(RecordShown {
    delegation, looking_back, topics, partners, network_then, presentations, support, closing
} or {});
record!(Delegation { country, head, with, sources } or {});
record!(Statement { text, sources } or {});
record!(Linked { text, links, sources } or {});
record!(NetworkShown { cities, states, own, sources } or {});
record!(PresentationShown { city, items } or {});
record!(PresentedShown { text, sources } or { project, figure });
record!(FigureShown { id, name, unit, from, to } or { others });
record!(OtherValue { name, point } or {});
record!(DocumentsPage { documents } or {});
record!(DocumentShown { kind, summary, source, network, programs } or { cities, indicators });
record!(Use { id, name, facts } or {});

names!(NetworkMilestoneKind {
    "appointment" => Appointment, "declaration" => Declaration, "meeting" => Meeting,
    "report" => Report, "summit" => Summit, "workshop" => Workshop,
});
names!(DocumentKind {
    "founding" => Founding, "action-plan" => ActionPlan, "report" => Report,
    "statement" => Statement, "list" => List,
});
