package centrasage.sync.database;

import jakarta.interceptor.InvocationContext;
import jakarta.persistence.EntityManager;
import jakarta.persistence.EntityManagerFactory;
import jakarta.transaction.RollbackException;
import java.lang.invoke.MethodHandles;
import java.lang.reflect.Constructor;
import java.lang.reflect.Field;
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
import net.bytebuddy.implementation.bind.annotation.This;
import net.bytebuddy.matcher.ElementMatchers;
import org.jspecify.annotations.Nullable;

/**
 * What the container does for the beans of the store, in Java SE: our own interceptor runs each {@link Atomic} method in the
 * transaction that its annotation asks for, so that the annotations are tested as they stand.
 */
public final class Transactions {
    private final LocalTransactions manager;
    private final AtomicInterceptor interceptor = new AtomicInterceptor();
    private final ThreadLocal<Deque<Object>> inside = ThreadLocal.withInitial(ArrayDeque::new);
    private final Map<Class<?>, Class<?>> types = new ConcurrentHashMap<>();

    Transactions(EntityManagerFactory factory, String url) {
        manager = new LocalTransactions(factory);
        inject("transactions", manager);
        inject("disk", bean(Disk.class, entities(), url));
    }

    private void inject(String name, Object value) {
        try {
            Field field = AtomicInterceptor.class.getDeclaredField(name);
            field.setAccessible(true);
            field.set(interceptor, value);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(e);
        }
    }

    /** The container's entity manager: always that of the transaction of the calling thread. */
    public EntityManager entities() {
        return proxy(EntityManager.class, (method, arguments) -> method.invoke(manager.entities(), arguments));
    }

    private interface Answer {
        @Nullable
        Object to(Method method, @Nullable Object[] arguments) throws Exception;
    }

    private static <T> T proxy(Class<T> type, Answer answer) {
        return type.cast(Proxy.newProxyInstance(
                type.getClassLoader(), new Class<?>[] {type}, (proxy, method, arguments) -> {
                    try {
                        return answer.to(method, arguments);
                    } catch (InvocationTargetException e) {
                        throw e.getTargetException();
                    }
                }));
    }

    /** A bean whose atomic methods are intercepted. */
    public <T> T bean(Class<T> type, Object... dependencies) {
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
                    .method(ElementMatchers.isAnnotatedWith(Atomic.class))
                    .intercept(MethodDelegation.to(this))
                    .make()
                    .load(type.getClassLoader(), ClassLoadingStrategy.UsingLookup.of(lookup))
                    .getLoaded();
        } catch (IllegalAccessException e) {
            throw new IllegalStateException(type + " cannot be intercepted", e);
        }
    }

    /** Called by the intercepted beans. As in Weld, what a bean calls on itself is not intercepted. */
    @RuntimeType
    public @Nullable Object intercept(@This Object bean, @Origin Method called, @SuperCall Callable<Object> call)
            throws Exception {
        Deque<Object> beans = inside.get();
        if (beans.peek() == bean) {
            return call.call();
        }
        beans.push(bean);
        try {
            return interceptor.run(proxy(
                    InvocationContext.class,
                    (method, arguments) -> method.getName().equals("getMethod") ? called : call.call()));
        } finally {
            beans.pop();
        }
    }

    /** Runs it in a new transaction, for tests. */
    public <T> T inNew(Callable<T> call) {
        manager.begin();
        boolean done = false;
        try {
            T result = call.call();
            done = true;
            return result;
        } catch (RuntimeException e) {
            throw e;
        } catch (Exception e) {
            throw new IllegalStateException(e);
        } finally {
            if (done) {
                commit();
            } else {
                manager.rollback();
            }
            manager.suspend();
        }
    }

    private void commit() {
        try {
            manager.commit();
        } catch (RollbackException e) {
            throw new IllegalStateException(e);
        }
    }
}
