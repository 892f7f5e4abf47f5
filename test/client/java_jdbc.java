// JDBC (pgjdbc)
import java.io.StringReader;
import java.io.StringWriter;
import java.sql.*;
import java.util.*;
import org.postgresql.PGConnection;
import org.postgresql.util.PGobject;
import org.postgresql.util.PSQLException;
import org.postgresql.util.ServerErrorMessage;

class java_jdbc {
    // What CodeTypeHandler overrides of MyBatis, which Debian does not have.
    interface JdbcType {}

    abstract static class BaseTypeHandler<T> {
        public abstract void setNonNullParameter(PreparedStatement statement, int i, T value, JdbcType type) throws SQLException;
        public abstract T getNullableResult(ResultSet row, String column) throws SQLException;
        public abstract T getNullableResult(ResultSet row, int column) throws SQLException;
        public abstract T getNullableResult(CallableStatement call, int column) throws SQLException;
    }

    public static class CodeTypeHandler extends BaseTypeHandler<String> {
        @Override
        public void setNonNullParameter(PreparedStatement statement, int i, String value, JdbcType type) throws SQLException {
            statement.setObject(i, value, Types.OTHER);
        }

        @Override
        public String getNullableResult(ResultSet row, String column) throws SQLException {
            return row.getString(column);
        }

        @Override
        public String getNullableResult(ResultSet row, int column) throws SQLException {
            return row.getString(column);
        }

        @Override
        public String getNullableResult(CallableStatement call, int column) throws SQLException {
            return call.getString(column);
        }
    }

    static Connection connection;

    // result.py says what these print.
    static void show(String feature, String cell, Object value, String note) {
        System.out.println(String.join("\t", feature, cell, String.valueOf(value), note));
    }

    static void check(String what, boolean holds) {
        if (!holds) {
            throw new IllegalStateException(what);
        }
    }

    static void yes(String feature, Object value) {
        show(feature, "yes", value, "-");
    }

    // The values of one column.
    static String ask(Connection connection, String sql, Object... parameters) throws SQLException {
        List<String> values = new ArrayList<>();
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            for (int i = 0; i < parameters.length; i++) {
                statement.setObject(i + 1, parameters[i]);
            }
            ResultSet rows = statement.executeQuery();
            while (rows.next()) {
                values.add(Objects.requireNonNullElse(rows.getString(1), "NULL"));
            }
        }
        return String.join(",", values);
    }

    static String ask(String sql, Object... parameters) throws SQLException {
        return ask(connection, sql, parameters);
    }

    static String refusal(String sql, Object... parameters) throws SQLException {
        try {
            throw new IllegalStateException("no line is needed: " + ask(sql, parameters));
        } catch (SQLException error) {
            return error.getMessage().lines().findFirst().get();
        }
    }

    public static void main(String[] args) throws Exception {
        String url = "jdbc:postgresql://localhost:" + System.getenv("PGPORT") + "/" + System.getenv("PGDATABASE")
            + "?user=" + System.getenv("PGUSER") + "&password=" + System.getenv("PGPASSWORD");
        connection = DriverManager.getConnection(url);

        try (PreparedStatement insert = connection.prepareStatement(
                "INSERT INTO organization (code, name) VALUES (?, ?)")) {
            insert.setString(1, "91350100M000100Y43");
            insert.setString(2, "福建");
            insert.executeUpdate();
        }
        String name;
        try (PreparedStatement find = connection.prepareStatement(
                "SELECT name FROM organization WHERE code = ?")) {
            find.setString(1, "12100000400000624D");
            ResultSet row = find.executeQuery();
            row.next();
            name = row.getString("name");
        }
        List<String> names = new ArrayList<>();
        try (PreparedStatement find = connection.prepareStatement(
                "SELECT name FROM organization WHERE code = ANY (?) ORDER BY code")) {
            find.setArray(1, connection.createArrayOf("text",
                new String[] {"12100000400000624D", "91350100M000100Y43"}));
            ResultSet rows = find.executeQuery();
            while (rows.next()) {
                names.add(rows.getString("name"));
            }
        }
        ServerErrorMessage problem = null;
        try (PreparedStatement insert = connection.prepareStatement(
                "INSERT INTO organization (code) VALUES (?)")) {
            insert.setString(1, "9135O100M000100Y43");
            insert.executeUpdate();
        } catch (PSQLException error) {
            problem = error.getServerErrorMessage();
        }

        yes("insert", ask("SELECT code FROM organization WHERE name = '福建'"));
        yes("read", ask("SELECT code FROM organization WHERE name = ?", "清华大学"));
        yes("look-up", name);
        String any = "SELECT name FROM organization WHERE code = ANY (?) ORDER BY code";
        String[] codes = {"12100000400000624D", "91350100M000100Y43"};
        check("ANY (uscc[])", ask(any, connection.createArrayOf("uscc", codes)).equals(String.join(",", names)));
        check("IN", ask("SELECT name FROM organization WHERE code IN (?, ?) ORDER BY code", (Object[]) codes).equals(String.join(",", names)));
        yes("ANY", String.join(",", names));
        yes("prefix", ask("SELECT name FROM organization WHERE code ^@ ?", "9135"));
        check("the next page", ask("SELECT name FROM organization WHERE code > ? ORDER BY code LIMIT 1", "12100000400000624D").equals("福建"));
        show("division", "line", ask("SELECT name FROM organization WHERE code <@ ?::adcode", "3501"),
            refusal("SELECT name FROM organization WHERE code <@ ?", "3501"));
        ask("INSERT INTO organization (code, parent) VALUES (?, ?) RETURNING code", "914403001922038216", null);
        yes("NULL", ask("SELECT parent FROM organization WHERE code = '914403001922038216'"));
        try (ResultSet row = connection.createStatement().executeQuery(
                "SELECT array_agg(code ORDER BY code) FROM organization")) {
            row.next();
            StringJoiner array = new StringJoiner(",");
            for (Object code : (Object[]) row.getArray(1).getArray()) {
                array.add(code.toString());
            }
            yes("array", array);
        }
        connection.unwrap(PGConnection.class).getCopyAPI().copyIn(
            "COPY organization (code, name) FROM STDIN", new StringReader("93410100NA000307XN\t合作社\n"));
        yes("COPY in", ask("SELECT code FROM organization WHERE name = '合作社'"));
        StringWriter out = new StringWriter();
        connection.unwrap(PGConnection.class).getCopyAPI().copyOut(
            "COPY (SELECT code FROM organization WHERE name = '合作社') TO STDOUT", out);
        yes("COPY out", out.toString().trim());
        yes("error", problem.getSQLState() + "|" + problem.getDetail() + "|" + problem.getHint());

        // asked for, it transfers values of the type in binary form, but cannot read them
        String oid = ask("SELECT 'uscc'::regtype::oid");
        try (Connection binary = DriverManager.getConnection(url + "&prepareThreshold=-1&binaryTransferEnable=" + oid)) {
            String got = ask(binary, "SELECT code FROM organization WHERE name = ?", "清华大学");
            check("binary: " + got, got.equals("NULL"));
            show("binary", "no", "-", "getString gives null with binaryTransferEnable");
        }

        CodeTypeHandler handler = new CodeTypeHandler();
        try (PreparedStatement find = connection.prepareStatement("SELECT code, parent FROM organization WHERE code <@ ?")) {
            handler.setNonNullParameter(find, 1, "3501", null);
            ResultSet row = find.executeQuery();
            row.next();
            check("type handler", handler.getNullableResult(row, "code").equals("91350100M000100Y43"));
            check("type handler, by number", handler.getNullableResult(row, 1).equals("91350100M000100Y43"));
            check("type handler, NULL", handler.getNullableResult(row, "parent") == null);
            // what generic tools see
            check("getColumnType", row.getMetaData().getColumnType(1) == Types.OTHER);
            check("getColumnClassName", row.getMetaData().getColumnClassName(1).equals("java.lang.String"));
            check("getObject", row.getObject(1) instanceof PGobject object && object.getValue().equals("91350100M000100Y43"));
            try {
                row.getObject(1, String.class);
                check("getObject(1, String.class)", false);
            } catch (SQLException refused) {
                check("getObject(1, String.class)", refused.getMessage().contains("not supported"));
            }
        }
        // MyBatis binds a null parameter so
        try (PreparedStatement update = connection.prepareStatement("UPDATE organization SET parent = ? WHERE code = ?")) {
            update.setNull(1, Types.OTHER);
            update.setString(2, "91350100M000100Y43");
            check("setNull(Types.OTHER)", update.executeUpdate() == 1);
        }

        // one parameter of the connection makes casts needless
        try (Connection untyped = DriverManager.getConnection(url + "&stringtype=unspecified")) {
            check("stringtype=unspecified", ask(untyped, "SELECT name FROM organization WHERE code <@ ?", "3501").equals("福建"));
        }
    }
}
