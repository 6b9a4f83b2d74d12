//! Later: work in pieces, each a task of its own, between which the browser answers the reader.

use std::cell::{Cell, OnceCell, RefCell};
use std::collections::VecDeque;

use wasm_bindgen::closure::Closure;
use wasm_bindgen::{JsCast as _, JsValue};
use web_sys::{MessageChannel, MessagePort};

/// A piece of work.
type Piece = Box<dyn FnOnce()>;

thread_local! {
    static PIECES: RefCell<VecDeque<Piece>> = const { RefCell::new(VecDeque::new()) };
    /// Whether a message's piece is being done. One that traps never comes back, and nothing that it left
    /// half done can be relied on: no other is begun then, so that the page does not count as taken over.
    static IS_BUSY: Cell<bool> = const { Cell::new(false) };
    /// Sends a message for each piece. Timers would be slowed down, most of all in a page that the
    /// reader opened behind another.
    static PORT: OnceCell<Option<MessagePort>> = const { OnceCell::new() };
}

/// Does a piece of work in a task of its own, after those that came before; at once where the browser
/// has no messages.
pub fn later(piece: Piece) {
    PIECES.with_borrow_mut(|all| all.push_back(piece));
    let sent = PORT.with(|port| {
        let port = port.get_or_init(open).as_ref();
        port.is_some_and(|it| it.post_message(&JsValue::NULL).is_ok())
    });
    if !sent {
        act();
    }
}

/// Whether there is work to be done later.
#[cfg(feature = "csr")]
#[must_use]
pub fn is_left() -> bool {
    PIECES.with_borrow(|all| !all.is_empty())
}

fn next() {
    if !IS_BUSY.replace(true) {
        act();
        IS_BUSY.set(false);
    }
}

/// Does the piece that has waited longest.
fn act() {
    let piece = PIECES.with_borrow_mut(VecDeque::pop_front);
    if let Some(piece) = piece {
        piece();
    }
}

fn open() -> Option<MessagePort> {
    let channel = MessageChannel::new().ok()?;
    let hear = Closure::<dyn FnMut()>::new(next).into_js_value();
    channel.port1().set_onmessage(Some(hear.unchecked_ref()));
    Some(channel.port2())
}
