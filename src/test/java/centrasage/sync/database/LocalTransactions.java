package centrasage.sync.database;

import jakarta.persistence.EntityManager;
import jakarta.persistence.EntityManagerFactory;
import jakarta.persistence.PersistenceException;
import jakarta.transaction.RollbackException;
import jakarta.transaction.Status;
import jakarta.transaction.Synchronization;
import jakarta.transaction.Transaction;
import jakarta.transaction.TransactionManager;
import javax.transaction.xa.XAResource;
import org.jspecify.annotations.Nullable;

/**
 * A transaction manager in Java SE: each transaction is one of an entity manager of its own. Like Payara's it notes in the thread's invocation
 * what was resumed, does not take that out when it ends, and refuses what is done afterwards in a transaction that has ended.
 */
final class LocalTransactions implements TransactionManager {
    private final EntityManagerFactory factory;
    private final ThreadLocal<@Nullable Local> current = new ThreadLocal<>();
    private final ThreadLocal<@Nullable Local> invocation = new ThreadLocal<>();

    LocalTransactions(EntityManagerFactory factory) {
        this.factory = factory;
    }

    private record Local(EntityManager entities) implements Transaction {
        /** What fails only now is told in the words of JTA, which are no exception of JPA. */
        @Override
        public void commit() throws RollbackException {
            try {
                entities.getTransaction().commit();
            } catch (PersistenceException e) {
                RollbackException told = new RollbackException(e.getMessage());
                told.initCause(e);
                throw told;
            } finally {
                entities.close();
            }
        }

        @Override
        public void rollback() {
            entities.getTransaction().rollback();
            entities.close();
        }

        @Override
        public void setRollbackOnly() {
            entities.getTransaction().setRollbackOnly();
        }

        @Override
        public int getStatus() {
            return entities.getTransaction().getRollbackOnly() ? Status.STATUS_MARKED_ROLLBACK : Status.STATUS_ACTIVE;
        }

        @Override
        public boolean enlistResource(XAResource resource) {
            throw new UnsupportedOperationException();
        }

        @Override
        public boolean delistResource(XAResource resource, int flag) {
            throw new UnsupportedOperationException();
        }

        @Override
        public void registerSynchronization(Synchronization synchronization) {
            throw new UnsupportedOperationException();
        }
    }

    EntityManager entities() {
        Local noted = invocation.get();
        if (noted != null && !noted.equals(current.get())) {
            throw new IllegalStateException("Transaction is not active in the current thread.");
        }
        return running().entities();
    }

    private Local running() {
        Local local = current.get();
        if (local == null) {
            throw new IllegalStateException("the store was called outside of a transaction");
        }
        return local;
    }

    @Override
    public void begin() {
        EntityManager entities = factory.createEntityManager();
        entities.getTransaction().begin();
        current.set(new Local(entities));
    }

    @Override
    public void commit() throws RollbackException {
        Local local = running();
        current.remove();
        local.commit();
    }

    @Override
    public void rollback() {
        Local local = running();
        current.remove();
        local.rollback();
    }

    @Override
    public void setRollbackOnly() {
        running().setRollbackOnly();
    }

    @Override
    public int getStatus() {
        Local local = current.get();
        return local == null ? Status.STATUS_NO_TRANSACTION : local.getStatus();
    }

    @Override
    public Transaction getTransaction() {
        return running();
    }

    @Override
    public @Nullable Transaction suspend() {
        Local local = current.get();
        current.remove();
        invocation.remove();
        return local;
    }

    @Override
    public void resume(Transaction transaction) {
        current.set((Local) transaction);
        invocation.set((Local) transaction);
    }

    @Override
    public void setTransactionTimeout(int seconds) {
        throw new UnsupportedOperationException();
    }
}
