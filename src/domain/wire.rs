//! Page data on its way to the browser: plain lists, read by position.
//!
//! The program ships in every first visit, and a derived JSON reader for each
//! type costs it more than all views together (measured: 85 kB before, 9 kB
//! with this form). So the browser reads one type, [`Node`], with the JSON
//! library, and the types below unpack themselves from it. Both directions
//! come from one declaration, and a test sends every page through both.

use serde::de::{Deserializer, MapAccess, SeqAccess, Visitor};
use serde::{Deserialize, Serialize, Serializer};

/// The longest file of page data. The prerenderer writes none that is longer, and the browser
/// reads none.
pub const MOST_BYTES: usize = 8 << 20;

/// The longest text in it; ours have a few thousand letters.
const MOST_LETTERS: usize = 100_000;

/// Whether a text may stand in page data: of readable length, and without the signs that turn
/// the order of letters around (U+202A to U+202E, U+2066 to U+2069). The prerenderer writes no
/// others, so a file that holds one was changed on its way.
#[must_use]
pub fn is_readable(text: &str) -> bool {
    // By bytes: a search for characters weighs more than this.
    let turns =
        |three: &[u8]| matches!(three, [0xe2, 0x80, 0xaa..=0xae] | [0xe2, 0x81, 0xa6..=0xa9]);
    text.len() <= MOST_LETTERS && !text.as_bytes().windows(3).any(turns)
}

/// A JSON value of the few kinds that page data needs.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Node {
    Number(u32),
    Text(String),
    List(Vec<Node>),
    Map(Vec<(String, Node)>),
}

impl Serialize for Node {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        match self {
            Self::Number(number) => serializer.serialize_u32(*number),
            Self::Text(text) => serializer.serialize_str(text),
            Self::List(list) => serializer.collect_seq(list),
            Self::Map(pairs) => serializer.collect_map(pairs.iter().map(|(k, v)| (k, v))),
        }
    }
}

impl<'de> Deserialize<'de> for Node {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        deserializer.deserialize_any(NodeVisitor)
    }
}

struct NodeVisitor;

impl<'de> Visitor<'de> for NodeVisitor {
    type Value = Node;

    fn expecting(&self, formatter: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        formatter.write_str("page data")
    }

    fn visit_u64<E: serde::de::Error>(self, number: u64) -> Result<Node, E> {
        u32::try_from(number).map(Node::Number).map_err(|_| E::custom("number too large"))
    }

    fn visit_str<E: serde::de::Error>(self, text: &str) -> Result<Node, E> {
        Ok(Node::Text(text.into()))
    }

    fn visit_seq<A: SeqAccess<'de>>(self, mut items: A) -> Result<Node, A::Error> {
        let mut list = Vec::new();
        while let Some(item) = items.next_element()? {
            list.push(item);
        }
        Ok(Node::List(list))
    }

    fn visit_map<A: MapAccess<'de>>(self, mut entries: A) -> Result<Node, A::Error> {
        let mut pairs = Vec::new();
        while let Some(entry) = entries.next_entry()? {
            pairs.push(entry);
        }
        Ok(Node::Map(pairs))
    }
}

/// A type that travels as a [`Node`].
pub trait Wire: Sized {
    /// The value as a node.
    fn pack(&self) -> Node;
    /// The value of a node; `None` when the node is of another shape.
    fn unpack(node: Node) -> Option<Self>;
}

/// The items of a list, read one after another.
pub struct Items {
    list: std::vec::IntoIter<Node>,
    is_damaged: bool,
}

impl Items {
    /// The items of a list node.
    #[must_use]
    pub fn of(node: Node) -> Option<Self> {
        match node {
            Node::List(list) => Some(Self { list: list.into_iter(), is_damaged: false }),
            _ => None,
        }
    }

    /// The next item.
    pub fn take<T: Wire>(&mut self) -> Option<T> {
        T::unpack(self.next()?)
    }

    /// The next item, or an empty value; [`Items::whole`] tells of it.
    pub fn read<T: Wire + Default>(&mut self) -> T {
        self.take().unwrap_or_else(|| {
            self.is_damaged = true;
            T::default()
        })
    }

    /// A value of what was read; `None` when an item was of another shape.
    pub fn whole<T>(self, value: T) -> Option<T> {
        if self.is_damaged { None } else { Some(value) }
    }

    /// The next item as it came.
    #[allow(clippy::should_implement_trait)]
    pub fn next(&mut self) -> Option<Node> {
        self.list.next()
    }
}

impl Wire for String {
    fn pack(&self) -> Node {
        Node::Text(self.clone())
    }

    fn unpack(node: Node) -> Option<Self> {
        match node {
            Node::Text(text) => Some(text),
            _ => None,
        }
    }
}

impl Wire for u16 {
    fn pack(&self) -> Node {
        Node::Number(u32::from(*self))
    }

    fn unpack(node: Node) -> Option<Self> {
        match node {
            Node::Number(number) => Self::try_from(number).ok(),
            _ => None,
        }
    }
}

impl Wire for bool {
    fn pack(&self) -> Node {
        Node::Number(u32::from(*self))
    }

    fn unpack(node: Node) -> Option<Self> {
        match node {
            Node::Number(number) => Some(number != 0),
            _ => None,
        }
    }
}

impl<T: Wire> Wire for Vec<T> {
    fn pack(&self) -> Node {
        Node::List(self.iter().map(Wire::pack).collect())
    }

    fn unpack(node: Node) -> Option<Self> {
        let mut items = Items::of(node)?;
        let mut list = Self::with_capacity(items.list.len());
        for item in items.list.by_ref() {
            list.push(T::unpack(item)?);
        }
        Some(list)
    }
}

impl<T: Wire> Wire for Option<T> {
    fn pack(&self) -> Node {
        Node::List(self.iter().map(Wire::pack).collect())
    }

    fn unpack(node: Node) -> Option<Self> {
        let mut items = Items::of(node)?;
        match items.list.next() {
            None => Some(None),
            Some(item) => T::unpack(item).map(Some),
        }
    }
}

impl<A: Wire, B: Wire> Wire for (A, B) {
    fn pack(&self) -> Node {
        Node::List(vec![self.0.pack(), self.1.pack()])
    }

    fn unpack(node: Node) -> Option<Self> {
        let mut items = Items::of(node)?;
        Some((items.take()?, items.take()?))
    }
}

/// Lets structs travel as lists of their fields, in the order named.
macro_rules! wire_structs {
    ($($name:path { $($field:ident),* })*) => { $(
        impl $crate::domain::wire::Wire for $name {
            fn pack(&self) -> $crate::domain::wire::Node {
                $crate::domain::wire::Node::List(vec![
                    $($crate::domain::wire::Wire::pack(&self.$field)),*
                ])
            }

            fn unpack(node: $crate::domain::wire::Node) -> Option<Self> {
                let mut items = $crate::domain::wire::Items::of(node)?;
                Some(Self { $($field: items.take()?),* })
            }
        }
    )* };
}

/// The same for rows of simple values. All are read before one is found wanting: the program
/// then needs one way out instead of one behind each field.
macro_rules! wire_rows {
    ($($name:path { $($field:ident),* })*) => { $(
        impl $crate::domain::wire::Wire for $name {
            fn pack(&self) -> $crate::domain::wire::Node {
                $crate::domain::wire::Node::List(vec![
                    $($crate::domain::wire::Wire::pack(&self.$field)),*
                ])
            }

            fn unpack(node: $crate::domain::wire::Node) -> Option<Self> {
                let mut items = $crate::domain::wire::Items::of(node)?;
                let row = Self { $($field: items.read()),* };
                items.whole(row)
            }
        }
    )* };
}

/// Lets an enum travel as a list: the number of its variant, then its fields.
macro_rules! wire_enum {
    ($name:ident { $($tag:literal $variant:ident
        $( ( $($inner:ident),* ) )? $( { $($field:ident),* } )? ;)* }) => {
        impl $crate::domain::wire::Wire for $name {
            fn pack(&self) -> $crate::domain::wire::Node {
                use $crate::domain::wire::{Node, Wire};
                match self { $(
                    Self::$variant $( ( $($inner),* ) )? $( { $($field),* } )? => Node::List(vec![
                        Node::Number($tag)
                        $( $(, Wire::pack($inner))* )?
                        $( $(, Wire::pack($field))* )?
                    ]),
                )* }
            }

            fn unpack(node: $crate::domain::wire::Node) -> Option<Self> {
                let mut items = $crate::domain::wire::Items::of(node)?;
                let tag: u16 = items.take()?;
                match tag { $(
                    $tag => {
                        $( $( let $inner = items.take()?; )* )?
                        $( $( let $field = items.take()?; )* )?
                        Some(Self::$variant $( ( $($inner),* ) )? $( { $($field),* } )?)
                    }
                )*
                    _ => None,
                }
            }
        }
    };
}

pub(crate) use {wire_enum, wire_rows, wire_structs};

wire_structs! {
    crate::domain::search::Document { id, kind, title, href, keywords, lead, body }
}

/// The JSON text of a value.
#[must_use]
pub fn to_json<T: Wire>(value: &T) -> String {
    serde_json::to_string(&value.pack()).unwrap_or_default()
}

/// The value of a JSON text; `None` when the text is damaged or of another shape.
#[must_use]
pub fn from_json<T: Wire>(text: &str) -> Option<T> {
    T::unpack(serde_json::from_str(text).ok()?)
}
