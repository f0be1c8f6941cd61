//! What search looks through, in one language.

use super::super::indicator::ranks;
use super::super::interface::fill;
use super::super::place::{FormerProvince, Province, ProvinceKind};
use super::super::route::Route;
use super::super::search::Document;
use super::super::text;
use super::Composer;
use super::shelf::fact_to;

pub(super) fn documents(composer: &Composer<'_>) -> Vec<Document> {
    let mut documents = explainers(composer);
    documents.extend(terms(composer));
    documents.extend(papers(composer));
    documents.extend(organisations(composer));
    documents.extend(places(composer));
    documents.extend(models(composer));
    documents.extend(indicators(composer));
    documents.extend(rehearsals(composer));
    documents.extend(facts(composer));
    documents
}

/// Scenes by what they tell at their start: a hit does not tell how a scene ends.
fn rehearsals(composer: &Composer<'_>) -> Vec<Document> {
    let words = composer.pack.rehearsals.iter().map(|words| Document {
        id: ["r-", &words.slug].concat(),
        kind: "rehearsal".into(),
        title: words.title.clone(),
        href: composer.to(Route::Rehearsal(words.slug.clone())),
        keywords: words.keywords.clone(),
        lead: bare(&words.summary),
        body: bare(&words.teaches),
    });
    words.chain(self_check(composer)).collect()
}

/// The self-check is practice, too.
fn self_check<'a>(composer: &Composer<'a>) -> impl Iterator<Item = Document> + use<'a> {
    let href = composer.to(Route::SelfCheck);
    let page = composer.pack.pages.get("self_check").into_iter();
    let domains = composer.pack.quiz.guide.domains.iter().map(|domain| domain.name.clone());
    let keywords: Vec<String> = domains.collect();
    page.map(move |page| Document {
        id: "self-check".into(),
        kind: "rehearsal".into(),
        title: page.title.clone(),
        href: href.clone(),
        keywords: keywords.clone(),
        lead: bare(&page.lead),
        body: bare(&page.description),
    })
}

fn indicators(composer: &Composer<'_>) -> Vec<Document> {
    let words = composer.pack.indicators.iter().map(|words| {
        let notes = words.notes.iter().map(|note| bare(note));
        let titles = words.parts.iter().map(|part| part.title.clone());
        let body: Vec<String> = titles.chain(notes).collect();
        Document {
            id: words.id.clone(),
            kind: "indicator".into(),
            title: words.title.clone(),
            href: composer.to(Route::Indicator(words.id.clone())),
            keywords: words.keywords.clone(),
            lead: bare(&words.summary),
            body: body.join(" "),
        }
    });
    words.collect()
}

fn bare(text: &str) -> String {
    text::marks(text).map_or_else(|_| text.into(), |marks| text::plain(&marks))
}

fn explainers(composer: &Composer<'_>) -> Vec<Document> {
    let pack = composer.pack;
    let mut documents = Vec::new();
    for explainer in &pack.explainers {
        let to = |fragment: &str| {
            composer.to_fragment(Route::Explainer(explainer.slug.clone()), fragment)
        };
        let mut keywords = vec![explainer.title.clone()];
        keywords.extend(explainer.keywords.iter().cloned());
        let texts = explainer.template_texts();
        let body: Vec<String> = texts.iter().skip(1).map(|text| bare(text)).collect();
        documents.push(Document {
            id: explainer.slug.clone(),
            kind: "explainer".into(),
            title: explainer.task.clone(),
            href: to(""),
            keywords,
            lead: bare(&explainer.summary),
            body: body.join(" "),
        });
        for set in &explainer.sets {
            documents.push(Document {
                id: [explainer.slug.as_str(), "-", &set.id].concat(),
                kind: "explainer".into(),
                title: set.title.clone(),
                href: to(&set.id),
                keywords: set.items.iter().map(|item| item.title.clone()).collect(),
                lead: bare(&set.intro),
                body: String::new(),
            });
        }
    }
    documents.extend(pack.pillars.iter().map(|pillar| Document {
        id: pillar.slug.clone(),
        kind: "explainer".into(),
        title: pillar.title.clone(),
        href: composer.to(Route::Pillar(pillar.slug.clone())),
        keywords: vec![pillar.short.clone()],
        lead: bare(&pillar.summary),
        body: pillar.what.iter().map(|text| bare(text)).collect::<Vec<_>>().join(" "),
    }));
    documents
}

fn terms(composer: &Composer<'_>) -> Vec<Document> {
    let terms = composer.pack.glossary.iter().map(|term| Document {
        id: ["t-", &term.id].concat(),
        kind: "term".into(),
        title: term.term.clone(),
        href: composer.to_fragment(Route::Glossary, &term.id),
        keywords: term.aliases.clone(),
        lead: bare(&term.definition),
        body: term.example.as_deref().map(bare).unwrap_or_default(),
    });
    terms.collect()
}

fn papers(composer: &Composer<'_>) -> Vec<Document> {
    let library = composer.library;
    let papers = library.documents.iter().filter_map(|document| {
        let words = composer.pack.documents.iter().find(|w| w.id == document.id)?;
        Some(Document {
            id: ["d-", &document.id].concat(),
            kind: "document".into(),
            title: [document.number.as_str(), ": ", &words.title].concat(),
            href: composer.to_fragment(Route::Documents, &document.id),
            keywords: vec![document.number.clone(), words.issuer.clone()],
            lead: bare(&words.plain),
            body: String::new(),
        })
    });
    papers.collect()
}

fn organisations(composer: &Composer<'_>) -> Vec<Document> {
    let organisations = composer.pack.organisations.iter().map(|words| {
        let mut keywords = words.former.clone();
        keywords.extend(words.short.clone());
        Document {
            id: ["o-", &words.id].concat(),
            kind: "organisation".into(),
            title: words.name.clone(),
            href: composer.to_fragment(Route::Glossary, &["o-", &words.id].concat()),
            keywords,
            lead: bare(&words.what),
            body: String::new(),
        }
    });
    organisations.collect()
}

/// Provinces of today, findable by every old name, and the old names themselves,
/// which lead to their own place on the page of today's province (T2).
fn places(composer: &Composer<'_>) -> Vec<Document> {
    let provinces = &composer.library.provinces;
    let former_name =
        |id: &String| provinces.former.iter().find(|f| f.id == *id).map(|f| f.name.clone());
    let mut documents = Vec::new();
    for place in &provinces.today {
        let old: Vec<String> = place.merged_from.iter().filter_map(former_name).collect();
        documents.push(today(composer, place, &old));
    }
    for place in provinces.former.iter().filter(|place| place.valid_to.is_some()) {
        if let Some(successor) = provinces.today.iter().find(|t| t.id == place.successor)
            && successor.name != place.name
        {
            documents.push(former(composer, place, successor));
        }
    }
    documents
}

fn today(composer: &Composer<'_>, place: &Province, old: &[String]) -> Document {
    let shelves = &composer.words().shelves;
    let kind = match place.kind {
        ProvinceKind::City => &shelves.city,
        ProvinceKind::Province => &shelves.province,
    };
    let mut lead = match place.valid_from {
        Some(_) => fill(&shelves.province_today, "names", &old.join(" + ")),
        None => shelves.province_same.clone(),
    };
    if place.admin_centre != "unknown" {
        lead.push(' ');
        lead.push_str(&fill(&shelves.centre, "name", &place.admin_centre));
    }
    let mut keywords = place.aliases.clone();
    keywords.extend(old.iter().cloned());
    let body = composer.pack.fact(&place.fact_id()).map(|words| words.statement.clone());
    Document {
        id: ["p-", &place.id].concat(),
        kind: "place".into(),
        title: [&place.name, " (", &kind.to_lowercase(), ")"].concat(),
        href: composer.to(Route::Province(place.id.clone())),
        keywords,
        lead,
        body: body.unwrap_or_default(),
    }
}

fn former(composer: &Composer<'_>, place: &FormerProvince, successor: &Province) -> Document {
    let words = composer.words();
    Document {
        id: ["p-", &place.id].concat(),
        kind: "place".into(),
        title: fill(&words.passports.before_2025, "name", &place.name),
        href: composer.to_fragment(Route::Province(successor.id.clone()), &place.id),
        keywords: vec![place.name.clone(), successor.name.clone()],
        lead: fill(&words.shelves.province_former, "name", &successor.name),
        body: String::new(),
    }
}

/// Local models; their figures are found through them, not as facts of their own.
fn models(composer: &Composer<'_>) -> Vec<Document> {
    let library = composer.library;
    let models = library.models.iter().filter_map(|model| {
        let words = composer.pack.models.iter().find(|words| words.id == model.id)?;
        let kind = composer.pack.model_kinds.iter().find(|kind| kind.id == model.kind);
        let province = library.provinces.today.iter().find(|p| p.id == model.province);
        let keywords = [kind.map(|kind| &kind.name), province.map(|province| &province.name)];
        Some(Document {
            id: ["m-", &model.id].concat(),
            kind: "model".into(),
            title: words.name.clone(),
            href: composer.to(Route::Model(model.id.clone())),
            keywords: keywords.into_iter().flatten().cloned().collect(),
            lead: words.summary.clone(),
            body: [words.place.as_str(), " ", &words.who].concat(),
        })
    });
    models.collect()
}

fn facts(composer: &Composer<'_>) -> Vec<Document> {
    let own = composer.library.facts.iter().filter(|fact| !fact.id.starts_with("m-"));
    let places: Vec<String> =
        composer.library.provinces.today.iter().map(Province::fact_id).collect();
    let facts = own.filter(|fact| !places.contains(&fact.id) && !ranks::is_fact(&fact.id));
    let facts = facts.filter_map(|fact| {
        let words = composer.pack.fact(&fact.id)?;
        Some(Document {
            id: ["f-", &fact.id].concat(),
            kind: "fact".into(),
            title: words.statement.clone(),
            href: fact_to(composer, &fact.id),
            keywords: Vec::new(),
            lead: words.caution.as_deref().map(bare).unwrap_or_default(),
            body: String::new(),
        })
    });
    facts.collect()
}
