//! What pages are made of: a file each, named as in the GOV.UK design system where it has one. What a component says
//! is given to it, but for the few words that are the same on every page.

#![allow(unreachable_pub, reason = "what leptos makes of a component is public")]

mod action_button;
mod around;
mod breadcrumbs;
mod choice;
mod details;
mod empty;
mod error_page;
mod error_summary;
mod form_group;
mod icon;
pub(crate) mod letter;
mod navigation;
mod notification_banner;
mod pagination;
mod person_link;
mod select;
pub(crate) mod small_table;
pub(crate) mod summary_list;
mod table_scroll;
pub(crate) mod tag;
mod text_input;
mod textarea;
pub(crate) mod time;
pub(crate) mod timeline;
mod warning_text;

pub(crate) use action_button::*;
pub(crate) use around::Around;
pub(crate) use breadcrumbs::*;
pub(crate) use choice::*;
pub(crate) use details::*;
pub(crate) use empty::*;
pub(crate) use error_page::*;
pub(crate) use error_summary::*;
pub(crate) use form_group::ErrorMessage;
pub(crate) use icon::*;
pub(crate) use navigation::*;
pub(crate) use notification_banner::*;
pub(crate) use pagination::*;
pub(crate) use person_link::*;
pub(crate) use select::*;
pub(crate) use table_scroll::*;
pub(crate) use tag::*;
pub(crate) use text_input::*;
pub(crate) use textarea::*;
pub(crate) use time::*;
pub(crate) use warning_text::*;
