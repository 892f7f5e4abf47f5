// Hibernate 3
import java.util.List;
import javax.persistence.Column;
import javax.persistence.Entity;
import javax.persistence.Id;
import javax.persistence.Table;
import org.hibernate.JDBCException;
import org.hibernate.Session;
import org.hibernate.cfg.Configuration;
import org.hibernate.dialect.PostgreSQLDialect;
import org.hibernate.tool.hbm2ddl.SchemaExport;
import org.postgresql.util.PSQLException;
import org.postgresql.util.ServerErrorMessage;

class java_hibernate {
    @Entity(name = "Organization")
    @Table(name = "organization")
    static class Organization {
        @Id
        @Column(columnDefinition = "uscc")
        String code;
        String name;
        @Column(columnDefinition = "uscc")
        String parent;
    }

    @Entity
    @Table(name = "created")
    static class Created {
        @Id
        @Column(columnDefinition = "uscc")
        String code;
    }

    // result.py says what these print.
    static void show(String feature, String cell, Object value, String note) {
        String text = value instanceof List<?> list ? String.join(",", list.toArray(String[]::new)) : String.valueOf(value);
        System.out.println(String.join("\t", feature, cell, value == null ? "NULL" : text, note));
    }

    static void yes(String feature, Object value) {
        show(feature, "yes", value, "-");
    }

    static Organization organization(String code, String name) {
        Organization organization = new Organization();
        organization.code = code;
        organization.name = name;
        return organization;
    }

    static Configuration configuration(Class<?> entity) {
        return new Configuration().addAnnotatedClass(entity)
            .setProperty("hibernate.dialect", PostgreSQLDialect.class.getName())
            .setProperty("hibernate.temp.use_jdbc_metadata_defaults", "false")
            .setProperty("javax.persistence.validation.mode", "none")
            .setProperty("hibernate.connection.driver_class", "org.postgresql.Driver")
            .setProperty("hibernate.connection.url",
                "jdbc:postgresql://localhost:" + System.getenv("PGPORT") + "/" + System.getenv("PGDATABASE"))
            .setProperty("hibernate.connection.username", System.getenv("PGUSER"))
            .setProperty("hibernate.connection.password", System.getenv("PGPASSWORD"));
    }

    static ServerErrorMessage refused(Session session, Runnable call) {
        session.beginTransaction();
        try {
            call.run();
        } catch (JDBCException error) {
            session.getTransaction().rollback();
            session.clear();
            return ((PSQLException) error.getSQLException()).getServerErrorMessage();
        }
        throw new IllegalStateException("it is not refused");
    }

    public static void main(String[] args) {
        // the launcher of single files uses its own class loader
        Thread.currentThread().setContextClassLoader(java_hibernate.class.getClassLoader());
        Session session = configuration(Organization.class).buildSessionFactory().openSession();

        session.beginTransaction();
        session.save(organization("91350100M000100Y43", "福建"));
        session.getTransaction().commit();
        Organization one = (Organization) session.get(Organization.class, "12100000400000624D");
        List<?> both = session.createQuery("select name from Organization where code in (:codes) order by code")
            .setParameterList("codes", List.of("12100000400000624D", "91350100M000100Y43")).list();
        List<?> like = session.createQuery("select name from Organization where code like '9135%'").list();
        List<?> start = session.createSQLQuery("SELECT name FROM organization WHERE code ^@ :prefix")
            .setString("prefix", "9135").list();
        List<?> below = session.createSQLQuery("SELECT name FROM organization WHERE code <@ CAST(:division AS adcode)")
            .setString("division", "3501").list();
        ServerErrorMessage problem = null;
        session.beginTransaction();
        try {
            session.save(organization("9135O100M000100Y43", "?"));
            session.getTransaction().commit();
        } catch (JDBCException error) {
            session.getTransaction().rollback();
            session.clear();
            problem = ((PSQLException) error.getSQLException()).getServerErrorMessage();
        }

        new SchemaExport(configuration(Created.class)).create(false, true);
        yes("column", session.createSQLQuery("SELECT CAST(CAST(atttypid AS regtype) AS text) FROM pg_attribute "
            + "WHERE attrelid = CAST('created' AS regclass) AND attname = 'code'").uniqueResult());
        yes("insert", session.createQuery("select code from Organization where name = '福建'").uniqueResult());
        yes("read", session.createQuery("select code from Organization where name = '清华大学'").uniqueResult());
        yes("look-up", one.name);
        yes("ANY", both);
        yes("LIKE", like);
        yes("prefix", start);
        ServerErrorMessage without = refused(session, () ->
            session.createSQLQuery("SELECT name FROM organization WHERE code <@ :division").setString("division", "3501").list());
        show("division", "line", below, without.getMessage());
        session.beginTransaction();
        session.save(organization("914403001922038216", null));
        session.getTransaction().commit();
        session.clear();
        yes("NULL", ((Organization) session.get(Organization.class, "914403001922038216")).parent);
        yes("error", String.join("|", problem.getSQLState(), problem.getDetail(), problem.getHint()));
        System.exit(0);
    }
}
