//! Ten questions that the head of a commune asks himself or herself before a meeting.

use super::super::page::Block;
use super::super::tree::Element;
use super::Draft;

impl Draft<'_> {
    /// Questions that leaders ask themselves: each answer shows what follows from it, nothing is
    /// counted and nothing is kept. Without a program, too: the style sheet does it.
    pub(super) fn leader(&mut self) -> Option<Block> {
        let page = self.pack().pages.get("leader")?;
        let names = &self.words().models;
        let answers = [&names.leader_yes, &names.leader_partly, &names.leader_no];
        let questions = page.sections.iter().enumerate().map(|(n, question)| {
            let choices = answers.iter().enumerate().map(|(value, answer)| {
                let input = Element::new("input")
                    .with("type", "radio")
                    .with("name", &question.id)
                    .with("value", value + 1)
                    .with("autocomplete", "off");
                Element::of("label", "choice choice--slim").child(input).text(answer)
            });
            let follows = answers.iter().zip(&question.items).map(|(answer, text)| {
                Element::new("p")
                    .child(Element::new("strong").text(&format!("{answer}: ")))
                    .rich(self.rich(text))
            });
            let follows = follows.collect::<Vec<_>>();
            let why =
                question.body.iter().map(|text| Element::of("p", "quiet").rich(self.rich(text)));
            let why = why.collect::<Vec<_>>();
            Element::of("fieldset", "asks stack stack--s")
                .child(Element::of("legend", "title-s").text(&format!(
                    "{}. {}",
                    n + 1,
                    question.title
                )))
                .children(why)
                .child(Element::of("div", "cluster").children(choices))
                .child(Element::new("div").with("role", "status").children(follows))
        });
        let questions = questions.collect::<Vec<_>>();
        let form = Element::of("div", "stack").children(questions);
        let lead = Block::Text(self.rich(&page.lead));
        Some(Block::Fold {
            id: "leader".into(),
            summary: page.title.clone(),
            lens: String::new(),
            body: vec![lead, Block::Tree(form)],
        })
    }
}
