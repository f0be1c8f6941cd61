//! Communes: every province has its list, and each unit stayed within its province's heir.

use super::super::place::FormerProvince;
use super::desk::{Desk, Findings};
use super::ids::Ids;
use super::kind::{ProblemKind, Shelf};

const COMMUNES: &str = "shared/communes.json";
const PROVINCES: &str = "shared/provinces.json";

/// Checks the list against the provinces of today and of before.
pub(super) fn check(desk: &Desk, ids: &Ids, found: &mut Findings) {
    let Some(list) = desk.tree(COMMUNES).and_then(|root| root.get("provinces")) else { return };
    for entry in list.entries() {
        if let Some(kind) = ids.miss(Shelf::PlaceToday, &entry.key) {
            found.at(COMMUNES, entry.start, kind);
        }
    }
    let today = desk.tree(PROVINCES).map(|root| root.all("today.*.id")).unwrap_or_default();
    for id in today.into_iter().filter_map(|node| node.text()) {
        let units = list.get(id).map(|units| units.items().len());
        if units.unwrap_or(0) == 0 {
            found.of(COMMUNES, list, ProblemKind::CommunesLack { province: id.into() });
        }
    }
    let former = desk.records::<FormerProvince>(PROVINCES, "former.*");
    for entry in list.entries() {
        for commune in entry.node.items() {
            let name = commune.get("name").and_then(|name| name.text()).unwrap_or("");
            let origins = commune.get("from").map(|from| from.items()).unwrap_or_default();
            if origins.is_empty() {
                let kind = ProblemKind::CommuneWithoutOrigin { name: name.into() };
                found.of(COMMUNES, commune, kind);
            }
            for node in origins.iter().filter_map(|origin| origin.get("province")) {
                let unit = former.iter().find(|(_, unit)| Some(unit.id.as_str()) == node.text());
                let heir = unit.map(|(_, unit)| unit.successor.as_str());
                if heir.is_some_and(|heir| heir != entry.key) {
                    let kind = ProblemKind::CommuneElsewhere {
                        name: name.into(),
                        province: entry.key.clone(),
                        heir: heir.unwrap_or_default().into(),
                    };
                    found.of(COMMUNES, node, kind);
                }
            }
        }
    }
}
