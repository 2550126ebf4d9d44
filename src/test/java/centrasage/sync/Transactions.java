package centrasage.sync;

import jakarta.persistence.EntityManager;
import jakarta.persistence.EntityManagerFactory;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import java.lang.invoke.MethodHandles;
import java.lang.reflect.Constructor;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentHashMap;
import net.bytebuddy.ByteBuddy;
import net.bytebuddy.dynamic.loading.ClassLoadingStrategy;
import net.bytebuddy.implementation.MethodDelegation;
import net.bytebuddy.implementation.bind.annotation.Origin;
import net.bytebuddy.implementation.bind.annotation.RuntimeType;
import net.bytebuddy.implementation.bind.annotation.SuperCall;
import net.bytebuddy.matcher.ElementMatchers;
import org.jspecify.annotations.Nullable;

/**
 * What the container does for the beans of the store, in Java SE: each method runs in the transaction that its own {@link
 * Transactional} asks for, so that the annotations are tested as they stand.
 */
public final class Transactions {
    private final EntityManagerFactory factory;
    private final Map<Class<?>, Class<?>> types = new ConcurrentHashMap<>();
    private final ThreadLocal<Deque<Running>> running = ThreadLocal.withInitial(ArrayDeque::new);

    Transactions(EntityManagerFactory factory) {
        this.factory = factory;
    }

    /** One transaction, or the absence of one that was asked for. */
    private record Running(@Nullable EntityManager entities) {}

    /** The container's entity manager: always that of the transaction of the calling thread. */
    EntityManager entities() {
        return (EntityManager) Proxy.newProxyInstance(
                EntityManager.class.getClassLoader(),
                new Class<?>[] {EntityManager.class},
                (proxy, method, arguments) -> {
                    try {
                        return method.invoke(current(), arguments);
                    } catch (InvocationTargetException e) {
                        throw e.getTargetException();
                    }
                });
    }

    private EntityManager current() {
        Running innermost = running.get().peek();
        EntityManager entities = innermost == null ? null : innermost.entities();
        if (entities == null) {
            throw new IllegalStateException("the store was called outside of a transaction");
        }
        return entities;
    }

    /** A bean whose transactional methods are intercepted. */
    <T> T bean(Class<T> type, Object... dependencies) {
        try {
            Class<?> intercepted = types.computeIfAbsent(type, this::intercepted);
            Constructor<?> constructor = Arrays.stream(intercepted.getDeclaredConstructors())
                    .filter(candidate -> candidate.getParameterCount() == dependencies.length)
                    .findFirst()
                    .orElseThrow();
            constructor.setAccessible(true);
            return type.cast(constructor.newInstance(dependencies));
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(type + " cannot be made", e);
        }
    }

    private Class<?> intercepted(Class<?> type) {
        try {
            MethodHandles.Lookup lookup = MethodHandles.privateLookupIn(type, MethodHandles.lookup());
            return new ByteBuddy()
                    .subclass(type)
                    .method(ElementMatchers.isAnnotatedWith(Transactional.class))
                    .intercept(MethodDelegation.to(this))
                    .make()
                    .load(type.getClassLoader(), ClassLoadingStrategy.UsingLookup.of(lookup))
                    .getLoaded();
        } catch (IllegalAccessException e) {
            throw new IllegalStateException(type + " cannot be intercepted", e);
        }
    }

    /** Called by the intercepted beans. */
    @RuntimeType
    public @Nullable Object intercept(@Origin Method method, @SuperCall Callable<Object> call) throws Exception {
        return in(method.getAnnotation(Transactional.class).value(), call);
    }

    <T> T in(TxType type, Callable<T> call) throws Exception {
        return switch (type) {
            case REQUIRED -> isRunning() ? joined(call) : begun(call);
            case REQUIRES_NEW -> begun(call);
            case NOT_SUPPORTED -> suspended(call);
            default -> throw new IllegalArgumentException("not needed so far: " + type);
        };
    }

    /** Runs it in a new transaction, for tests. */
    <T> T inNew(Callable<T> call) {
        try {
            return begun(call);
        } catch (RuntimeException e) {
            throw e;
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    private boolean isRunning() {
        Running innermost = running.get().peek();
        return innermost != null && innermost.entities() != null;
    }

    private <T> T joined(Callable<T> call) throws Exception {
        try {
            return call.call();
        } catch (RuntimeException e) {
            current().getTransaction().setRollbackOnly();
            throw e;
        }
    }

    private <T> T begun(Callable<T> call) throws Exception {
        EntityManager entities = factory.createEntityManager();
        running.get().push(new Running(entities));
        try {
            entities.getTransaction().begin();
            T result = call.call();
            entities.getTransaction().commit();
            return result;
        } finally {
            running.get().pop();
            if (entities.getTransaction().isActive()) {
                entities.getTransaction().rollback();
            }
            entities.close();
        }
    }

    private <T> T suspended(Callable<T> call) throws Exception {
        running.get().push(new Running(null));
        try {
            return call.call();
        } finally {
            running.get().pop();
        }
    }
}
