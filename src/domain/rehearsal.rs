//! Rehearsals: scenes to practise in, told in steps that branch.
//!
//! A scene is a tree: every step but the first is reached by one choice of one other step,
//! so that "one step back" always has one meaning and no path runs in a circle.

use serde::{Deserialize, Serialize};

/// What a scene turns out to be; readers learn it at the end.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "snake_case")]
pub enum SceneKind {
    /// Somebody wants money or a code by a trick.
    Scam,
    /// It is what it says it is: trusting is right.
    Genuine,
    /// A piece of business to get used to, with play money.
    Calm,
}

/// Whom a scene is written for first.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "snake_case")]
pub enum Audience {
    Everyone,
    Elders,
    Families,
    Traders,
    Workers,
}

/// What is to be said of a choice.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "snake_case")]
pub enum Verdict {
    Good,
    /// Many stumble here.
    Care,
    /// Neither: the story goes on.
    Plain,
}

/// How a path ends: never badly.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "snake_case")]
pub enum End {
    Safe,
    /// After a slip, with what to do next.
    Mended,
}

/// What a step shows as people meet it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "snake_case")]
pub enum View {
    Call,
    Sms,
    Chat,
    Video,
    Web,
    App,
    /// A sheet with a QR code.
    Poster,
    Paper,
}

/// A way out of a step.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Choice {
    /// The step it leads to; that step's words hold the words of the choice.
    pub to: String,
    pub verdict: Verdict,
}

/// A step: it has choices, or it is an end.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Step {
    pub id: String,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub view: Option<View>,
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub choices: Vec<Choice>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub end: Option<End>,
}

/// A scene without its words. The first step is where it starts; paper keeps the order.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Rehearsal {
    pub slug: String,
    pub kind: SceneKind,
    pub audience: Audience,
    pub minutes: u8,
    /// Official numbers and addresses shown at the end.
    pub channels: Vec<String>,
    /// The explainer that tells more.
    pub lesson: String,
    pub steps: Vec<Step>,
}

/// What is wrong with the graph of a scene, at a step.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum SceneFault {
    /// A choice leads to no step of the scene.
    LostChoice(String),
    /// Two choices lead here: "one step back" would be a guess.
    SeveralWays,
    /// No path from the first step comes here.
    Unreachable,
    /// The step leads back to itself.
    Circle,
    /// Neither a choice nor an end.
    DeadEnd,
    /// An end with choices.
    EndGoesOn,
    /// Words of a choice at the first step, which no choice leads to.
    StrayChoice,
    /// Words of a drawing that the step does not have.
    StrayView,
    /// More steps, or more choices at one, than this: nobody walks so far.
    TooLong(usize),
}

/// Steps of a scene; ours have about ten.
const MOST_STEPS: usize = 60;

impl Rehearsal {
    /// The step of this id.
    #[must_use]
    pub fn step(&self, id: &str) -> Option<&Step> {
        self.steps.iter().find(|step| step.id == id)
    }

    /// The step whose choice leads here, and what is to be said of that choice.
    #[must_use]
    pub fn way_to(&self, id: &str) -> Option<(&Step, Verdict)> {
        self.steps.iter().find_map(|step| {
            let choice = step.choices.iter().find(|choice| choice.to == id)?;
            Some((step, choice.verdict))
        })
    }

    /// The number of a step on paper, from 1.
    #[must_use]
    pub fn number(&self, id: &str) -> usize {
        self.steps.iter().position(|step| step.id == id).map_or(0, |index| index + 1)
    }

    /// Everything that keeps the scene from being a tree whose paths all end: index of the
    /// step, and the fault.
    #[must_use]
    pub fn faults(&self) -> Vec<(usize, SceneFault)> {
        let most_choices = self.steps.iter().map(|step| step.choices.len()).max().unwrap_or(0);
        if self.steps.len().max(most_choices) > MOST_STEPS {
            return vec![(MOST_STEPS, SceneFault::TooLong(MOST_STEPS))];
        }
        let reached = self.reached();
        let mut faults = Vec::new();
        for (index, step) in self.steps.iter().enumerate() {
            for choice in step.choices.iter().filter(|choice| self.step(&choice.to).is_none()) {
                faults.push((index, SceneFault::LostChoice(choice.to.clone())));
            }
            let ways = self.steps.iter().flat_map(|step| &step.choices);
            let ways = ways.filter(|choice| choice.to == step.id).count();
            if self.returns(&step.id) {
                faults.push((index, SceneFault::Circle));
            } else if ways > 1 {
                faults.push((index, SceneFault::SeveralWays));
            } else if !reached.contains(&step.id.as_str()) {
                faults.push((index, SceneFault::Unreachable));
            }
            match (step.end, step.choices.is_empty()) {
                (None, true) => faults.push((index, SceneFault::DeadEnd)),
                (Some(_), false) => faults.push((index, SceneFault::EndGoesOn)),
                _ => {}
            }
        }
        faults
    }

    /// Ids of the steps that a path from the first step comes to.
    fn reached(&self) -> Vec<&str> {
        self.below(self.steps.first().map_or("", |step| step.id.as_str()))
    }

    /// Whether a path from a step comes back to it.
    fn returns(&self, id: &str) -> bool {
        let choices = self.step(id).map(|step| step.choices.as_slice()).unwrap_or_default();
        choices.iter().any(|choice| self.below(&choice.to).contains(&id))
    }

    /// Ids of a step and of all below it, each once.
    fn below<'a>(&'a self, id: &'a str) -> Vec<&'a str> {
        let mut found = vec![id];
        let mut next = 0;
        while let Some(id) = found.get(next).copied() {
            let choices = self.step(id).map(|step| step.choices.as_slice()).unwrap_or_default();
            for choice in choices {
                if !found.contains(&choice.to.as_str()) {
                    found.push(&choice.to);
                }
            }
            next += 1;
        }
        found
    }
}

/// The words of a drawing: a call, a message, a sheet.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct ViewWords {
    /// Who it says it is from, or the address of a web page.
    pub from: String,
    /// A small line below: the time, how the sender is known.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub meta: Option<String>,
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub parts: Vec<String>,
    /// Boxes to fill in.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub fields: Vec<String>,
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub buttons: Vec<String>,
}

/// The words of a step.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct StepWords {
    pub id: String,
    /// The choice that leads here; the first step has none.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub choice: Option<String>,
    /// What is said about that choice.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub reply: Option<String>,
    pub title: String,
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub text: Vec<String>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub view: Option<ViewWords>,
}

/// A scene in the words of one language.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct RehearsalWords {
    pub slug: String,
    /// Title, summary and what it teaches do not tell how it ends.
    pub title: String,
    pub summary: String,
    pub teaches: String,
    pub keywords: Vec<String>,
    /// What it was, said at the end.
    pub truth: String,
    /// How it could be told.
    pub signs: Vec<String>,
    pub steps: Vec<StepWords>,
}

impl RehearsalWords {
    /// The words of a step.
    #[must_use]
    pub fn step(&self, id: &str) -> Option<&StepWords> {
        self.steps.iter().find(|step| step.id == id)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// `a>b c; b!; c>d` as a scene; `!` ends.
    fn scene(text: &str) -> Rehearsal {
        let step = |text: &str| {
            let (id, to) = text.split_once('>').unwrap_or((text, ""));
            let choices = to.split_whitespace();
            let choices =
                choices.map(|to| Choice { to: to.into(), verdict: Verdict::Plain }).collect();
            let end = id.ends_with('!').then_some(End::Safe);
            Step { id: id.trim_matches('!').into(), view: None, choices, end }
        };
        Rehearsal {
            slug: "x".into(),
            kind: SceneKind::Calm,
            audience: Audience::Everyone,
            minutes: 3,
            channels: Vec::new(),
            lesson: "y".into(),
            steps: text.split("; ").map(step).collect(),
        }
    }

    #[track_caller]
    fn check(text: &str, faults: &[(usize, SceneFault)]) {
        assert_eq!(scene(text).faults(), faults, "{text}");
    }

    #[test]
    fn a_tree_whose_leaves_are_ends_is_sound() {
        check("a>b c; b!; c>d; d!", &[]);
    }

    #[test]
    fn what_is_no_such_tree_is_named() {
        check("a>b; b", &[(1, SceneFault::DeadEnd)]);
        check("a>b; b!; c!", &[(2, SceneFault::Unreachable)]);
        check("a>b c; b>d; c>d; d!", &[(3, SceneFault::SeveralWays)]);
        check("a>b x; b!", &[(0, SceneFault::LostChoice("x".into()))]);
        check("a>b c; b>a; c!", &[(0, SceneFault::Circle), (1, SceneFault::Circle)]);
        check("a!>b; b!", &[(0, SceneFault::EndGoesOn)]);
    }

    #[test]
    fn a_step_knows_its_number_and_the_way_back() {
        let scene = scene("a>b c; b!; c>d; d!");
        assert_eq!(scene.number("d"), 4);
        assert_eq!(scene.way_to("d").map(|(step, _)| step.id.as_str()), Some("c"));
        assert_eq!(scene.way_to("a"), None);
    }
}
