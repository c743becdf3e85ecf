package org.capsula.pipeline.schedule;

import java.sql.Connection;
import java.sql.SQLException;
import javax.sql.DataSource;
import org.quartz.impl.jdbcjobstore.InvalidConfigurationException;
import org.quartz.impl.jdbcjobstore.JobStoreTX;
import org.quartz.impl.jdbcjobstore.PostgreSQLDelegate;
import org.quartz.spi.JobStore;
import org.quartz.utils.ConnectionProvider;
import org.quartz.utils.DBConnectionManager;

/** Several programs that wake the same chores: each time one of them does it. */
final class Cluster {
  /** A node that has not checked in for two of them is gone, and another does what it had begun. */
  private static final long CHECK_IN_MILLIS = 7_500;

  /** Shorter than that: else a node that waits for the database would be taken for gone. */
  private static final long RETRY_MILLIS = 5_000;

  private Cluster() {}

  /**
   * @param node no other has it
   */
  static JobStore store(DataSource database, String node) {
    DBConnectionManager.getInstance().addConnectionProvider(node, new Provider(database));
    JobStoreTX store = new JobStoreTX();
    store.setDataSource(node);
    store.setTablePrefix("qrtz_");
    store.setUseProperties("true");
    store.setIsClustered(true);
    store.setClusterCheckinInterval(CHECK_IN_MILLIS);
    store.setDbRetryInterval(RETRY_MILLIS);
    store.setMakeThreadsDaemons(true);
    try {
      store.setDriverDelegateClass(PostgreSQLDelegate.class.getName());
    } catch (InvalidConfigurationException e) {
      throw new IllegalStateException("Quartz knows its own delegate", e);
    }
    return store;
  }

  /** The pool is somebody else's, who closes it. */
  private record Provider(DataSource database) implements ConnectionProvider {
    @Override
    public Connection getConnection() throws SQLException {
      return database.getConnection();
    }

    @Override
    public void initialize() {}

    @Override
    public void shutdown() {}
  }
}
