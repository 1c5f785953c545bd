//! What is done in a transaction: async closures whose futures can move from thread to thread.

use std::future::Future;

/// An async closure that a transaction may run again.
///
/// `AsyncFn` alone says nothing of its future, so nobody could prove that the future of an operation is `Send`, and a
/// server with several threads could not run it. A bound `AsyncFn(&mut Tx)` gives the closure its signature; this one
/// beside it promises that its future is `Send`, whatever the lifetime of the transaction. Every async closure whose
/// future is `Send` has it; one that holds something which is not (an `Rc`, a lock's guard) across an `await` is
/// refused where it stands.
pub trait Work<Argument, Output>: Fn(Argument) -> Self::Running {
    /// The closure under way.
    type Running: Future<Output = Output> + Send;
}

impl<Argument, Output, W, R> Work<Argument, Output> for W
where
    W: Fn(Argument) -> R,
    R: Future<Output = Output> + Send,
{
    type Running = R;
}

/// An async closure that a transaction runs once. See [`Work`].
pub trait WorkOnce<Argument, Output>: FnOnce(Argument) -> Self::Running {
    /// The closure under way.
    type Running: Future<Output = Output> + Send;
}

impl<Argument, Output, W, R> WorkOnce<Argument, Output> for W
where
    W: FnOnce(Argument) -> R,
    R: Future<Output = Output> + Send,
{
    type Running = R;
}
