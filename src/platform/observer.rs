//! Waiting until an element comes near the window.

use std::cell::RefCell;
use std::rc::Rc;

use js_sys::Array;
use wasm_bindgen::closure::Closure;
use wasm_bindgen::{JsCast as _, JsValue};
use web_sys::{
    Element, IntersectionObserver, IntersectionObserverEntry, IntersectionObserverInit,
    ResizeObserver,
};

use super::hold::{hold, listen};
use super::later;
use super::window;

/// Calls `act` once, when `element` comes within a screen of the window, or when the page is
/// printed; at once where the browser cannot tell; never once the part of the page in which it is called
/// is gone.
pub fn when_near(element: &Element, act: impl FnOnce() + 'static) {
    let act = Rc::new(RefCell::new(Some(act)));
    let run = move || {
        if let Some(act) = act.take() {
            act();
        }
    };
    if !observe(element, run.clone()) {
        run();
        return;
    }
    if let Some(window) = window() {
        // No element, but a target of events as well.
        listen(window.unchecked_ref(), &["beforeprint"], move |_| run());
    }
}

/// An observer with what it calls, which ends when it is dropped.
struct Watch<E: Fn(), C: ?Sized> {
    end: E,
    _callback: Closure<C>,
}

impl<E: Fn(), C: ?Sized> Drop for Watch<E, C> {
    fn drop(&mut self) {
        (self.end)();
    }
}

fn observe(element: &Element, run: impl Fn() + Clone + 'static) -> bool {
    let callback = Closure::<dyn FnMut(Array, IntersectionObserver)>::new(
        move |entries: Array, observer: IntersectionObserver| {
            let near = entries
                .iter()
                .filter_map(|entry| entry.dyn_into::<IntersectionObserverEntry>().ok())
                .any(|entry| entry.is_intersecting());
            if near {
                observer.disconnect();
                later(Box::new(run.clone()));
            }
        },
    );
    let options = IntersectionObserverInit::new();
    options.set_root_margin("100% 0px");
    let supported = window().is_some_and(|window| {
        js_sys::Reflect::has(&window, &JsValue::from_str("IntersectionObserver")).unwrap_or(false)
    });
    if !supported {
        return false;
    }
    let observer =
        IntersectionObserver::new_with_options(callback.as_ref().unchecked_ref(), &options);
    let Ok(observer) = observer else { return false };
    observer.observe(element);
    hold(Box::new(Watch {
        end: move || observer.disconnect(),
        _callback: callback,
    }));
    true
}

/// Calls `act` when the size of `element` has become another, once the browser has laid it out, as long as
/// the part of the page in which it is called is there; never where the browser cannot tell.
pub fn when_resized(element: &Element, act: impl Fn() + 'static) {
    let callback = Closure::<dyn FnMut()>::new(act);
    if let Ok(observer) = ResizeObserver::new(callback.as_ref().unchecked_ref()) {
        observer.observe(element);
        hold(Box::new(Watch {
            end: move || observer.disconnect(),
            _callback: callback,
        }));
    }
}
