package centrasage.sync;

import jakarta.annotation.Priority;
import jakarta.annotation.Resource;
import jakarta.interceptor.AroundInvoke;
import jakarta.interceptor.Interceptor;
import jakarta.interceptor.InvocationContext;
import jakarta.transaction.Status;
import jakarta.transaction.Transaction;
import jakarta.transaction.TransactionManager;
import org.jspecify.annotations.Nullable;

/** Begins, commits and rolls back for {@link Atomic} methods; keeps nothing between two calls. */
@Atomic
@Interceptor
@Priority(Interceptor.Priority.PLATFORM_BEFORE + 200)
public class AtomicInterceptor {
    @Resource(lookup = "java:appserver/TransactionManager")
    @SuppressWarnings("NullAway.Init")
    private TransactionManager transactions;

    @AroundInvoke
    @Nullable
    Object run(InvocationContext call) throws Exception {
        boolean inside = transactions.getStatus() != Status.STATUS_NO_TRANSACTION;
        boolean alone = call.getMethod().getAnnotation(Atomic.class).alone();
        if (inside && !alone) {
            return joined(call);
        }
        Transaction callers = inside ? transactions.suspend() : null;
        try {
            return own(call);
        } finally {
            if (callers != null) {
                transactions.resume(callers);
            }
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

    private @Nullable Object own(InvocationContext call) throws Exception {
        transactions.begin();
        boolean done = false;
        try {
            Object result = call.proceed();
            done = true;
            return result;
        } finally {
            if (done) {
                transactions.commit();
            } else {
                transactions.rollback();
            }
        }
    }
}
