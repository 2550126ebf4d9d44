package centrasage.sync.database;

import jakarta.enterprise.util.Nonbinding;
import jakarta.interceptor.InterceptorBinding;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * The method happens wholly or not at all: in the caller's transaction, or in one of its own where there is none. Any
 * exception undoes it.
 *
 * <p>Stands in for {@code jakarta.transaction.Transactional}, whose interceptor in Payara 6.2025.10 keeps the state of one
 * thread in a field that all threads of an application-scoped bean share; a batch step beside it then fails with "Operation
 * not allowed" (docs/decisions/our-own-transaction-interceptor.md).
 */
@InterceptorBinding
@Retention(RetentionPolicy.RUNTIME)
@Target({ElementType.METHOD, ElementType.TYPE}) // of types, the interceptor alone
public @interface Atomic {
    /** Whether it has a transaction of its own even where the caller has one. */
    @Nonbinding
    boolean alone() default false;

    /**
     * Whether it returns only once its commit is on the {@link Disk}. What joins the caller's transaction cannot promise that,
     * and fails.
     */
    @Nonbinding
    boolean onDisk() default false;
}
