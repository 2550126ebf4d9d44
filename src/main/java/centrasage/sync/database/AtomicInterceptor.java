package centrasage.sync.database;

import jakarta.annotation.Priority;
import jakarta.annotation.Resource;
import jakarta.inject.Inject;
import jakarta.interceptor.AroundInvoke;
import jakarta.interceptor.Interceptor;
import jakarta.interceptor.InvocationContext;
import jakarta.transaction.Status;
import jakarta.transaction.SystemException;
import jakarta.transaction.Transaction;
import jakarta.transaction.TransactionManager;
import java.lang.reflect.Method;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * Begins, commits and rolls back for {@link Atomic} methods; keeps nothing between two calls. A transaction of its own that the
 * database gave up in favour of another is run again: it holds nothing but what it read and wrote itself.
 */
@Atomic
@Interceptor
@Priority(Interceptor.Priority.PLATFORM_BEFORE + 200)
public class AtomicInterceptor {
    private static final Logger LOG = Logger.getLogger(AtomicInterceptor.class.getName());
    /** Whoever wins is done: a few runs are enough. */
    private static final int LOST_MAX = 4;

    @Resource(lookup = "java:appserver/TransactionManager")
    @SuppressWarnings("NullAway.Init")
    private TransactionManager transactions;

    @Inject
    @SuppressWarnings("NullAway.Init")
    private Disk disk;

    @AroundInvoke
    @Nullable
    Object run(InvocationContext call) throws Exception {
        boolean inside = transactions.getStatus() != Status.STATUS_NO_TRANSACTION;
        Atomic asked = call.getMethod().getAnnotation(Atomic.class);
        if (inside && !asked.alone()) {
            mustNotPromise(asked, call.getMethod());
            return joined(call);
        }
        Transaction callers = inside ? transactions.suspend() : null;
        try {
            Object result = ownUntilItWins(call);
            if (asked.onDisk()) {
                disk.force();
            }
            return result;
        } finally {
            if (callers != null) {
                transactions.resume(callers);
            }
        }
    }

    /** What it did is on the disk only after the caller has committed, and the caller did not ask for it. */
    private static void mustNotPromise(Atomic asked, Method method) {
        if (asked.onDisk()) {
            throw new IllegalStateException(method.getDeclaringClass().getSimpleName() + "." + method.getName()
                    + " returns only when it is on the disk, and was called inside a transaction that is not committed:"
                    + " call it outside, or give it a transaction of its own (alone)");
        }
    }

    private @Nullable Object joined(InvocationContext call) throws Exception {
        boolean done = false;
        try {
            Object result = call.proceed();
            done = true;
            return result;
        } finally {
            if (!done) {
                transactions.setRollbackOnly();
            }
        }
    }

    private @Nullable Object ownUntilItWins(InvocationContext call) throws Exception {
        for (int lost = 0; lost < LOST_MAX; lost++) {
            try {
                return own(call);
            } catch (Exception e) {
                if (!LostRace.is(e)) {
                    throw e;
                }
                LOG.log(Level.FINE, "another transaction was faster; this one is run again", e);
            }
        }
        return own(call);
    }

    private @Nullable Object own(InvocationContext call) throws Exception {
        transactions.begin();
        Object result;
        try {
            result = call.proceed();
        } catch (Throwable e) {
            undo(e);
            throw e;
        }
        try {
            transactions.commit();
        } finally {
            leaveNothing();
        }
        return result;
    }

    /**
     * What Payara has resumed it notes in the thread's invocation, and neither commit nor rollback takes it out again: the next connection of
     * this thread would be enlisted in a transaction that has ended, and refused. To suspend takes it out, where none is running as well.
     */
    private void leaveNothing() throws SystemException {
        transactions.suspend();
    }

    /** A database that has gone away fails this too, which must not hide why it was done. */
    private void undo(Throwable why) {
        try {
            try {
                transactions.rollback();
            } finally {
                leaveNothing();
            }
        } catch (Exception e) {
            why.addSuppressed(e);
        }
    }
}
