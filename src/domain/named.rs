//! Closed lists of the glossary (dimension, voice, outcome, ...): one macro gives each its names, which are
//! the same in code, SQL, CLI and JSON. What the screen says of them is in the words.

/// Says that a text is not one of the names of a list.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct NotAName {
    /// The list that was asked.
    pub list: &'static str,
    /// All its names.
    pub names: &'static [&'static str],
}

impl std::fmt::Display for NotAName {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "{} is one of {}", self.list, self.names.join(", "))
    }
}

impl std::error::Error for NotAName {}

/// Defines a list whose arms have fixed names: `ALL`, `NAMES`, `name()`, `FromStr`, `Display` and serde as that name.
macro_rules! named {
    ($(#[$about:meta])* $Type:ident ($list:literal) { $($(#[$doc:meta])* $Arm:ident = $name:literal),+ $(,)? }) => {
        $(#[$about])*
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, serde::Serialize, serde::Deserialize)]
        pub enum $Type { $($(#[$doc])* #[serde(rename = $name)] $Arm),+ }

        impl $Type {
            /// Every arm, in the order of the glossary.
            pub const ALL: &'static [$Type] = &[$($Type::$Arm),+];
            /// Every name, in the same order.
            pub const NAMES: &'static [&'static str] = &[$($name),+];

            /// The name in SQL, CLI and JSON.
            pub fn name(self) -> &'static str {
                match self { $($Type::$Arm => $name),+ }
            }
        }

        impl std::fmt::Display for $Type {
            fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
                f.write_str(self.name())
            }
        }

        impl std::str::FromStr for $Type {
            type Err = $crate::domain::named::NotAName;

            fn from_str(text: &str) -> Result<$Type, Self::Err> {
                match text {
                    $($name => Ok($Type::$Arm),)+
                    _ => Err($crate::domain::named::NotAName { list: $list, names: $Type::NAMES }),
                }
            }
        }
    };
}
pub(crate) use named;
